"""Quality of the evidence room on texts written for it, with changes whose answer is known."""

"""What two statements of one thing say differently, by kind."""

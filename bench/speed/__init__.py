"""Speed, as ratios against a plain baseline in the same run; never a timed test."""

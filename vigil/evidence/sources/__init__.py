"""Where pages come from: text reuse, credits, chains, primary origins."""

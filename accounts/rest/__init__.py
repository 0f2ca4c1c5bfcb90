"""What every REST view of the platform shares: who asks, how much, how it is refused."""

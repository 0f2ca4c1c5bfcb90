"""The pages that people open. What happens on them goes through sockets and the REST interface."""

"""The log of a match: canonical bytes, hash chain, fairness, archive, verification.

Pure and portable: these files run on the server and in the browser. docs/ledger.md is the
reference; the rules of the game come in as an argument (`rules_face`).
"""

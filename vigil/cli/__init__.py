"""The command line: `vigil COMMAND`, one file a command."""

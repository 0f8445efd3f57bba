"""What the tests share: the command as a process, Anki's own library, notes to try them on."""

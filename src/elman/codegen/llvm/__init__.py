"""From a program to LLVM's intermediate representation."""

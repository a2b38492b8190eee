"""PUBLIC_NAME: people of history, brands and other names that stand for nobody private."""

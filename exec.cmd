@rem The scripts of package.json begin with exec: the node they start takes the place of npm's shell, and gets npm's signals. Windows has none.
@%*

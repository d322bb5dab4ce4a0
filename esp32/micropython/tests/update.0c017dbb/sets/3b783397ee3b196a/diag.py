print('diag')

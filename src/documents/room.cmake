# qpdf's headers ask which of its two kinds of pointer is meant: the standard's.
target_compile_definitions(gweld_documents PRIVATE POINTERHOLDER_TRANSITION=4)

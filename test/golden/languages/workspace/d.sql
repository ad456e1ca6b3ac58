select '-- TODO: in a string', $$ -- TODO: in a string $$ -- TODO: in a comment
/* FIXME: outer /* inner */ still a comment */

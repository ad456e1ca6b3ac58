echo "${#x} # TODO: in a string" # TODO: in a comment
cat <<'END'
# TODO: in a heredoc
END
# BUG(fuond): misspelt

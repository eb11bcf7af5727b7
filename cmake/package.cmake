# What `cmake --install` puts where, and `cpack`, which makes a Debian package of it.
install(TARGETS waymark RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The program looks for these beside itself, in ../share/waymark.
install(DIRECTORY templates assets DESTINATION ${CMAKE_INSTALL_DATADIR}/waymark)
install(DIRECTORY docs/starter DESTINATION ${CMAKE_INSTALL_DATADIR}/waymark/docs)

install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN starter EXCLUDE)

set(manual ${PROJECT_BINARY_DIR}/manual)
install(FILES ${manual}/waymark.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/waymark.bash RENAME waymark
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${manual}/waymark.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# Debian's zsh has a folder of its own for what packages bring.
install(CODE "
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(folder vendor-completions)
  endif()
  file(INSTALL \"${manual}/_waymark\"
       DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder}\")")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The Waymark authors")
set(CPACK_PACKAGE_DESCRIPTION "\
Waymark turns a folder of Markdown and TOML into a static guide to careers:
roles, skills, certifications, pay and articles, linked to each other, with a
source behind every figure. Mistakes are reported with file, line and column.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, xdg-utils")  # for days of last changes; for serve --open
include(CPack)

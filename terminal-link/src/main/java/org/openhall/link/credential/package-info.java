/**
 * A private key with its certificate: as text for a file, and as what TLS shows. Office and
 * terminals hold theirs in the same form; who issues and who keeps them lives in the programs.
 */
@NullMarked
package org.openhall.link.credential;

import org.jspecify.annotations.NullMarked;

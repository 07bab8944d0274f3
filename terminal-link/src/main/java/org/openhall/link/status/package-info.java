/**
 * How the programs of one terminal tell each other how they are: small files, replaced as a whole,
 * that anybody on the terminal may read and nobody needs.
 */
@NullMarked
package org.openhall.link.status;

import org.jspecify.annotations.NullMarked;

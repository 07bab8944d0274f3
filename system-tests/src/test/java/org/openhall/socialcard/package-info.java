/** Social-security cards from the emulated chip through a real pcscd to the outcome. */
@NullMarked
package org.openhall.socialcard;

import org.jspecify.annotations.NullMarked;

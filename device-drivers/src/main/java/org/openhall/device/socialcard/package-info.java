/**
 * Social-security cards (社会保障卡) of the specifications 1.0, 2.0 and 3.0: what is read of EF05 and
 * EF06, and the driver of their readers behind {@code javax.smartcardio}. A command that is not on
 * the list of {@link org.openhall.device.socialcard.ReadCommand} cannot be made here; VERIFY is not
 * on it, because a wrong PIN counts and in the end locks a citizen's card. Whatever comes from a
 * card stays in arrays that are zeroed.
 */
@NullMarked
package org.openhall.device.socialcard;

import org.jspecify.annotations.NullMarked;

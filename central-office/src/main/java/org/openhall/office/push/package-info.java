/**
 * What terminals are told by the running office itself: {@link org.openhall.office.push.PushHub}
 * looks at the repository, from whatever process it was published, and tells all lines that are
 * open. No HTTP.
 */
@NullMarked
package org.openhall.office.push;

import org.jspecify.annotations.NullMarked;

/** What everybody does with their own account. */
@NullMarked
package org.openhall.office.desk.account;

import org.jspecify.annotations.NullMarked;

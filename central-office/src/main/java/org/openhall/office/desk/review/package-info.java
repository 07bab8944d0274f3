/** The pages of proposals: the queue, one of them with what it changes, and the decision. */
@NullMarked
package org.openhall.office.desk.review;

import org.jspecify.annotations.NullMarked;

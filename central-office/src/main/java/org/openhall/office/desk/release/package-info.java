/**
 * Pages on which a release is prepared, signed in the browser by two people, published now or at a
 * time of its own, and taken back. Private keys stay in the browser.
 */
@NullMarked
package org.openhall.office.desk.release;

import org.jspecify.annotations.NullMarked;

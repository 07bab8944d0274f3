/**
 * Pages for what cannot wait for a release: a notice over everything, a record off every screen.
 * Signed in the browser by the emergency officer's own key.
 */
@NullMarked
package org.openhall.office.desk.emergency;

import org.jspecify.annotations.NullMarked;

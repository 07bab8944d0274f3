/** The audit administrator's page: who did what, and whether the log is whole. */
@NullMarked
package org.openhall.office.desk.audit;

import org.jspecify.annotations.NullMarked;

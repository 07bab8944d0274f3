/** The pages of records: lists, one record, its versions side by side, and the forms to edit it. */
@NullMarked
package org.openhall.office.desk.records;

import org.jspecify.annotations.NullMarked;

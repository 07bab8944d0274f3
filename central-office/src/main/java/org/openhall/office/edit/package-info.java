/**
 * Records as forms: which fields a form has, and what becomes of a record when somebody has filled
 * one in. It works on the record's JSON, so that what a form does not show stays as it is. The door
 * is {@link org.openhall.office.edit.RecordForm}; it knows no page.
 */
@NullMarked
package org.openhall.office.edit;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue of records that the office holds, and the import of source files into it. The door
 * is {@link org.openhall.office.catalog.Catalog}; what the files of others look like is known only
 * here.
 */
@NullMarked
package org.openhall.office.catalog;

import org.jspecify.annotations.NullMarked;

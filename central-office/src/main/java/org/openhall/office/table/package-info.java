/**
 * Tables in the files of others: CSV, XLSX, JSON and HTML, row by row; and tables that the office
 * hands out, in which no cell is taken for a formula. The doors are {@link
 * org.openhall.office.table.TableFile} and {@link org.openhall.office.table.SafeCells}.
 */
@NullMarked
package org.openhall.office.table;

import org.jspecify.annotations.NullMarked;

/**
 * The office's server: the signed repository as static files, enrolment, what terminals report,
 * status, and one page for people. The door is {@link org.openhall.office.web.OfficeServer}; it
 * gets its parts from outside and decides nothing about content.
 */
@NullMarked
package org.openhall.office.web;

import org.jspecify.annotations.NullMarked;

/**
 * What terminal and office say to each other: enrolment, and the identity that comes of it. Values
 * and their form only; who sends them lives in the programs.
 */
@NullMarked
package org.openhall.link;

import org.jspecify.annotations.NullMarked;

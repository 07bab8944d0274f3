/**
 * Who works at the office's desk: people, roles, and how they prove who they are. The doors are
 * {@link org.openhall.office.people.People} and {@link org.openhall.office.people.SignIn}.
 */
@NullMarked
package org.openhall.office.people;

import org.jspecify.annotations.NullMarked;

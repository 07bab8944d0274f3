/** The departments (部门, 机构职能): the list, and the page of each with what belongs to it. */
@NullMarked
package org.openhall.kiosk.screen.department;

import org.jspecify.annotations.NullMarked;

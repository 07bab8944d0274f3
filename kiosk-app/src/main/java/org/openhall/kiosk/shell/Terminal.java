package org.openhall.kiosk.shell;

/**
 * What this terminal is called.
 *
 * @param id the identity given at enrolment, or empty before it
 * @param place where it stands as citizens read it, e.g. 示例市政务服务中心 1楼, or empty
 */
public record Terminal(String id, String place) {}

package org.openhall.office.desk.emergency;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of emergencies. */
@Configuration(proxyBeanMethods = false)
@Import({EmergencyRoom.class, EmergencyPages.class})
public class EmergencyWiring {}

package org.openhall.office.desk.preview;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of previews. */
@Configuration(proxyBeanMethods = false)
@Import({PreviewRoom.class, PreviewPages.class})
public class PreviewWiring {}

package org.openhall.office.desk.preview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of previews. */
@Configuration(proxyBeanMethods = false)
@Import({PreviewRoom.class, Subjects.class, PreviewPages.class})
public class PreviewWiring {
  @Bean
  RenderChild renderChild() {
    return new RenderChild();
  }
}

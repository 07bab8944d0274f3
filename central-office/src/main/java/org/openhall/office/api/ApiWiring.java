package org.openhall.office.api;

import java.time.Clock;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The interface for other systems, and what it needs. */
@Configuration(proxyBeanMethods = false)
@Import({GuideController.class, DescriptionPage.class})
public class ApiWiring {
  private static final int REQUESTS_PER_MINUTE = 120;

  @Bean
  ApiTokens apiTokens(OfficeDatabase database, AuditLog log, Clock clock) {
    return new ApiTokens(database, log, clock);
  }

  @Bean
  SourceVersions sourceVersions(OfficeDatabase database, Clock clock) {
    return new SourceVersions(database, clock);
  }

  @Bean
  PushTable pushTable(OfficeDatabase database, Catalog catalog, AuditLog log, Clock clock) {
    return new PushTable(database, new Pushes(database, catalog, clock), log, clock);
  }

  @Bean
  FilterRegistrationBean<ApiGate> apiGate(ApiTokens tokens, MessageSource words, Clock clock) {
    FilterRegistrationBean<ApiGate> gate =
        new FilterRegistrationBean<>(
            new ApiGate(tokens, new RateLimit(REQUESTS_PER_MINUTE, clock), words));
    gate.addUrlPatterns("/api/v1", "/api/v1/*");
    return gate;
  }
}

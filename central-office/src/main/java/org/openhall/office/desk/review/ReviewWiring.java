package org.openhall.office.desk.review;

import org.openhall.office.catalog.Catalog;
import org.openhall.office.desk.records.RecordCheck;
import org.openhall.office.proposal.ProposalReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of proposals, and what they need. */
@Configuration(proxyBeanMethods = false)
@Import({ReviewPages.class, DecisionPages.class})
public class ReviewWiring {

  @Bean
  ItemViews itemViews(Catalog catalog, ProposalReader proposals, RecordCheck check) {
    return new ItemViews(catalog, proposals, check);
  }
}

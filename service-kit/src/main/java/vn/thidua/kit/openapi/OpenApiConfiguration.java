package vn.thidua.kit.openapi;

import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Publishes the contract of a service that has one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnResource(resources = "classpath:" + OpenApiController.CONTRACT)
@Import(OpenApiController.class)
public class OpenApiConfiguration {}

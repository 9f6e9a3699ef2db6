package vn.thidua.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemAdvice;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.security.CallerResolver;
import vn.thidua.kit.security.Languages;

/** The edge of a service: filters in their order, language, JSON, problems. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration implements WebMvcConfigurer {
    /** Spring Security's chain stands at -100: refusing for overload comes before it, reading bodies after it. */
    public static final int AFTER_SECURITY = 0;

    static {
        // Instants are written in UTC; days and deadlines are Hanoi's, also where a library asks for "the" zone.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        // A service without texts of its own names none; a bundle that is missing would be searched for at every
        // problem.
        if (WebConfiguration.class.getResource("/problems/service_vi.properties") != null) {
            texts.addBasenames("problems/service");
        }
        texts.addBasenames("problems/kit");
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Languages.VIETNAMESE);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver() {
        // The filters and the controllers read the header by the same rule.
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Languages.of(request);
            }
        };
    }

    /** Also what the container refuses before any filter sees it is a problem. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerProblems.class.getName());
            }
        });
    }

    @Bean
    ProblemRenderer problemRenderer(MessageSource texts, JsonMapper json) {
        return new ProblemRenderer(texts, json);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemRenderer renderer) {
        return new ProblemAdvice(renderer);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        var text = new SimpleModule("text");
        text.addDeserializer(String.class, new TextDeserializer());
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .defaultLocale(Locale.ROOT)
                .addModule(text);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> failureFilter(ProblemAdvice advice, ProblemRenderer renderer) {
        return filter(new FailureFilter(advice, renderer), -300);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> overloadFilter(WebSettings settings) {
        return filter(new OverloadFilter(settings.maxConcurrent(), settings.maxPolls(), settings.patience()), -200);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> bodyLimitFilter(WebSettings settings) {
        return filter(new BodyLimitFilter(settings), AFTER_SECURITY);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> parameterTextFilter() {
        return filter(new ParameterTextFilter(), AFTER_SECURITY + 1);
    }

    private static FilterRegistrationBean<OncePerRequestFilter> filter(OncePerRequestFilter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    private static final class TextDeserializer extends StdScalarDeserializer<String> {
        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getString();
            if (!Text.isAllowed(text)) {
                throw Problem.invalid(FieldError.of(pointer(parser), "forbidden-character"))
                        .asException();
            }
            return Text.normalise(text);
        }

        private static String pointer(JsonParser parser) {
            return parser.streamReadContext().pathAsPointer().toString();
        }
    }
}

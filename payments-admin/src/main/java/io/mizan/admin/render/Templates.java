package io.mizan.admin.render;

import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Turns a template and a model into HTML; knows nothing of requests, so that every page can be rendered in a test. */
public final class Templates {
    private final TemplateEngine engine = new TemplateEngine();

    /** @param contextPath what every address of ours begins with; empty at the root of a server */
    public Templates(String contextPath) {
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setTemplateMode(TemplateMode.HTML);
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new Texts());
        engine.setLinkBuilder(new Links(contextPath));
    }

    /** @param view the template's name without {@code .html} */
    public void render(String view, Locale locale, Map<String, Object> model, Writer out) {
        engine.process(view, new Context(locale, model), out);
    }

    private static final class Texts extends AbstractMessageResolver {
        @Override
        public String resolveMessage(
                ITemplateContext context, Class<?> origin, String key, Object[] messageParameters) {
            return Messages.in(context.getLocale())
                    .find(key, messageParameters == null ? new Object[0] : messageParameters)
                    .orElse(null);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] messageParameters) {
            throw new IllegalStateException("there is no text " + key);
        }
    }

    private static final class Links extends StandardLinkBuilder {
        private final String contextPath;

        Links(String contextPath) {
            this.contextPath = contextPath;
        }

        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return contextPath;
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }
}

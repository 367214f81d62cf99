package sandbox.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders a template of {@code sandbox/pages} with the texts that lie beside it in {@code sandbox/texts}. */
@ApplicationScoped
public class Pages {
    private TemplateEngine engine;

    @PostConstruct
    void openEngine() {
        var resolver = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        resolver.setPrefix("sandbox/pages/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new PageTexts());
    }

    /** @param model what the template calls by name */
    public String render(String template, Language language, Map<String, Object> model) {
        var context = new Context(language.locale(), model);
        context.setVariable("language", language);
        return engine.process(template, context);
    }
}

package sandbox.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Finds the texts of templates in one bundle per language; a text that is missing is a mistake and fails loudly. */
public final class PageTexts extends AbstractMessageResolver {
    private static final String BUNDLE = "sandbox.texts.pages";

    public static String text(Locale locale, String key, Object... parameters) {
        var pattern = bundle(locale).getString(key);
        return new MessageFormat(pattern, locale).format(parameters);
    }

    /** The text of the first of these keys that there is. */
    public static String firstText(Locale locale, String key, String otherwise) {
        return text(locale, bundle(locale).containsKey(key) ? key : otherwise);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale,
                PageTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        return text(context.getLocale(), key, parameters == null ? new Object[0] : parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
        throw new MissingResourceException("No text for " + key, BUNDLE, key);
    }
}

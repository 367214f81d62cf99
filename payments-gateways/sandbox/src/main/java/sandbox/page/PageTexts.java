package sandbox.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/**
 * Finds the texts of templates: those that all pages share in the bundle {@code pages}, those of one provider's pages,
 * whose keys begin with its name and a dot, in the bundle of that name. A text that is missing is a mistake and fails
 * loudly.
 */
public final class PageTexts extends AbstractMessageResolver {
    private static final String SHARED = "pages";

    public static String text(Locale locale, String key, Object... parameters) {
        var pattern = holding(locale, key).getString(key);
        return new MessageFormat(pattern, locale).format(parameters);
    }

    /** The text of the first of these keys that there is. */
    public static String firstText(Locale locale, String key, String otherwise) {
        return text(locale, holding(locale, key).containsKey(key) ? key : otherwise);
    }

    private static ResourceBundle holding(Locale locale, String key) {
        var shared = bundle(SHARED, locale);
        return shared.containsKey(key) ? shared : ofProvider(locale, key).orElse(shared);
    }

    private static Optional<ResourceBundle> ofProvider(Locale locale, String key) {
        try {
            return Optional.of(bundle(key.substring(0, Math.max(0, key.indexOf('.'))), locale));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "sandbox.texts." + name,
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
        throw new MissingResourceException("No text for " + key, SHARED, key);
    }
}

package io.mizan.admin;

import io.mizan.admin.access.ConfirmFilter;
import io.mizan.admin.access.LanguagePages;
import io.mizan.admin.access.SecondFactorPages;
import io.mizan.admin.access.SetUpPages;
import io.mizan.admin.access.SignInPages;
import io.mizan.admin.account.AccountPages;
import io.mizan.admin.approvals.ApprovalsPages;
import io.mizan.admin.cases.CasesPages;
import io.mizan.admin.chains.ChainsPages;
import io.mizan.admin.erasures.ErasuresPages;
import io.mizan.admin.events.EventsPages;
import io.mizan.admin.gateways.GatewaysPages;
import io.mizan.admin.keys.KeysPages;
import io.mizan.admin.orders.OrdersPages;
import io.mizan.admin.people.PeoplePages;
import io.mizan.admin.render.FormExpiredPage;
import io.mizan.admin.render.ProblemPage;
import io.mizan.admin.start.StartPages;
import io.mizan.admin.webhooks.WebhooksPages;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything under {@code /admin}. Each form that changes something carries a token that a foreign page cannot know. */
@ApplicationPath("admin")
public class AdminApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SignInPages.class,
                LanguagePages.class,
                SecondFactorPages.class,
                ConfirmFilter.class,
                AccountPages.class,
                SetUpPages.class,
                PeoplePages.class,
                KeysPages.class,
                GatewaysPages.class,
                ApprovalsPages.class,
                OrdersPages.class,
                CasesPages.class,
                ChainsPages.class,
                ErasuresPages.class,
                EventsPages.class,
                StartPages.class,
                WebhooksPages.class,
                FormExpiredPage.class,
                ProblemPage.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.IMPLICIT);
    }
}

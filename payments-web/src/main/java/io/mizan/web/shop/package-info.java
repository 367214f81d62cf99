/**
 * The demonstration shop: static pages under {@code /shop/}, and what they need to know of this deployment. It calls the
 * API as any merchant's page would, with a publishable key; there is no way through the back. Sandbox mode only.
 */
package io.mizan.web.shop;

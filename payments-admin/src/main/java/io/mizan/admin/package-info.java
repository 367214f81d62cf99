/**
 * The portal: pages for the people who answer for payments. Controllers put one view record under {@code page} and name
 * a template; view records hold ready strings; templates choose no words of their own but those of
 * {@code messages_*.properties}. Everything works without a script.
 */
package io.mizan.admin;

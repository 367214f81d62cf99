/** Whether gateways reach us, and what to do where they do not. */
package io.mizan.admin.webhooks;

/** API keys: for administrators. */
package io.mizan.admin.keys;

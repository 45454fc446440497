// Made from the OpenAPI document by `node scripts/foyer.mjs api-types`; change the routes and their schemas instead.
export interface paths {
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the AI agents of a tenant
         * @description Role: agent. API key scope: agents:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAgents"];
        put?: never;
        /**
         * Add an AI agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: UNKNOWN_VARIABLES.
         *
         *     Also served under /api.
         */
        post: operations["postAgents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an AI agent
         * @description Role: agent. API key scope: agents:read.
         *
         *     Problems of its own: AGENT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getAgentsByAgentId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an AI agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, UNKNOWN_VARIABLES, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchAgentsByAgentId"];
        trace?: never;
    };
    "/api/v1/agents/{agentId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an agent's own documents
         * @description Role: viewer. API key scope: knowledge:read.
         *
         *     Problems of its own: AGENT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAgentsByAgentIdDocuments"];
        put?: never;
        /**
         * Add a document for one agent alone
         * @description Role: admin. API key scope: knowledge:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, KNOWLEDGE_DOCUMENT_EMPTY, TOO_MANY_KNOWLEDGE_DOCUMENTS.
         *
         *     Also served under /api.
         */
        post: operations["postAgentsByAgentIdDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an agent's own HTTP tools
         * @description Role: agent. API key scope: agents:read.
         *
         *     Problems of its own: AGENT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAgentsByAgentIdTools"];
        put?: never;
        /**
         * Give an agent an HTTP tool of your own
         * @description The model’s arguments are sent to the address with an `Idempotency-Key`. Values of headers are stored sealed and never shown.
         *
         *     Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, AGENT_TOOL_NAME_TAKEN, AGENT_TOOL_NAME_RESERVED, TOO_MANY_AGENT_TOOLS.
         *
         *     Also served under /api.
         */
        post: operations["postAgentsByAgentIdTools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agents/{agentId}/tools/{toolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an HTTP tool away from an agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, AGENT_TOOL_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteAgentsByAgentIdToolsByToolId"];
        options?: never;
        head?: never;
        /**
         * Change an HTTP tool of an agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, AGENT_TOOL_NOT_FOUND, AGENT_TOOL_NAME_TAKEN, AGENT_TOOL_NAME_RESERVED, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchAgentsByAgentIdToolsByToolId"];
        trace?: never;
    };
    "/api/v1/ai-agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the AI agents of a tenant
         * @description Role: agent. API key scope: agents:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAiAgent"];
        put?: never;
        /**
         * Add an AI agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: UNKNOWN_VARIABLES.
         *
         *     Also served under /api.
         */
        post: operations["postAiAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai-agent/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an AI agent
         * @description Role: agent. API key scope: agents:read.
         *
         *     Problems of its own: AGENT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getAiAgentByAgentId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an AI agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, UNKNOWN_VARIABLES, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchAiAgentByAgentId"];
        trace?: never;
    };
    "/api/v1/ai-agent/{agentId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an agent's own documents
         * @description Role: viewer. API key scope: knowledge:read.
         *
         *     Problems of its own: AGENT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAiAgentByAgentIdDocuments"];
        put?: never;
        /**
         * Add a document for one agent alone
         * @description Role: admin. API key scope: knowledge:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, KNOWLEDGE_DOCUMENT_EMPTY, TOO_MANY_KNOWLEDGE_DOCUMENTS.
         *
         *     Also served under /api.
         */
        post: operations["postAiAgentByAgentIdDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai-agent/{agentId}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an agent's own HTTP tools
         * @description Role: agent. API key scope: agents:read.
         *
         *     Problems of its own: AGENT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAiAgentByAgentIdTools"];
        put?: never;
        /**
         * Give an agent an HTTP tool of your own
         * @description The model’s arguments are sent to the address with an `Idempotency-Key`. Values of headers are stored sealed and never shown.
         *
         *     Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, AGENT_TOOL_NAME_TAKEN, AGENT_TOOL_NAME_RESERVED, TOO_MANY_AGENT_TOOLS.
         *
         *     Also served under /api.
         */
        post: operations["postAiAgentByAgentIdTools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai-agent/{agentId}/tools/{toolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an HTTP tool away from an agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, AGENT_TOOL_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteAiAgentByAgentIdToolsByToolId"];
        options?: never;
        head?: never;
        /**
         * Change an HTTP tool of an agent
         * @description Role: admin. API key scope: agents:write.
         *
         *     Problems of its own: AGENT_NOT_FOUND, AGENT_TOOL_NOT_FOUND, AGENT_TOOL_NAME_TAKEN, AGENT_TOOL_NAME_RESERVED, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchAiAgentByAgentIdToolsByToolId"];
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys of a tenant, those of its apps too
         * @description Role: admin.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Make an API key for a server of yours
         * @description The answer is the only one that shows the key.
         *
         *     Role: admin.
         *
         *     Problems of its own: EXPIRY_IN_PAST.
         *
         *     Also served under /api.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an API key: what it may open and when it was used, not the key itself
         * @description Role: admin.
         *
         *     Problems of its own: API_KEY_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getApiKeysByApiKeyId"];
        put?: never;
        post?: never;
        /**
         * Delete an API key; it stops working at once
         * @description Role: admin.
         *
         *     Problems of its own: API_KEY_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteApiKeysByApiKeyId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the apps of a tenant
         * @description Role: viewer. API key scope: apps:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getApps"];
        put?: never;
        /**
         * Create an app in a tenant that you administer
         * @description The answer is the only one that shows the API key and the identity secret.
         *
         *     Problems of its own: TENANT_NOT_FOUND, ROLE_REQUIRED, SSO_REQUIRED, BREAK_GLASS_REQUIRED, APP_SLUG_TAKEN, PROJECT_ID_TAKEN.
         *
         *     Also served under /api.
         */
        post: operations["postApps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an app
         * @description Role: viewer. API key scope: apps:read.
         *
         *     Problems of its own: APP_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getAppsByAppId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an app
         * @description Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND, APP_SLUG_TAKEN, PROJECT_ID_TAKEN, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchAppsByAppId"];
        trace?: never;
    };
    "/api/v1/apps/{appId}/configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of an app's configuration, from the first on
         * @description Role: viewer. API key scope: configs:read.
         *
         *     Problems of its own: APP_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAppsByAppIdConfigs"];
        put?: never;
        /**
         * Add a version of an app's configuration
         * @description Versions are never changed. One that is active takes the place of the one before.
         *
         *     Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postAppsByAppIdConfigs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/configs/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the active version of an app's configuration
         * @description Role: viewer. API key scope: configs:read.
         *
         *     Problems of its own: APP_NOT_FOUND, NO_ACTIVE_CONFIG.
         *
         *     Also served under /api.
         */
        get: operations["getAppsByAppIdConfigsActive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the prompt profiles of an app, of one kind or all
         * @description Role: viewer. API key scope: prompts:read.
         *
         *     Problems of its own: APP_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAppsByAppIdPrompts"];
        put?: never;
        /**
         * Add a prompt profile
         * @description Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND, UNKNOWN_VARIABLES, UNKNOWN_TOOL.
         *
         *     Also served under /api.
         */
        post: operations["postAppsByAppIdPrompts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/prompts/{promptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a prompt profile
         * @description Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND, PROMPT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteAppsByAppIdPromptsByPromptId"];
        options?: never;
        head?: never;
        /**
         * Change a prompt profile
         * @description Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND, PROMPT_NOT_FOUND, UNKNOWN_VARIABLES, UNKNOWN_TOOL, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchAppsByAppIdPromptsByPromptId"];
        trace?: never;
    };
    "/api/v1/apps/{appId}/prompts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what the agent of an app is told now, and how visitors are greeted
         * @description Role: admin. API key scope: prompts:read.
         *
         *     Problems of its own: APP_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getAppsByAppIdPromptsPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/rotate-identity-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret that signs who a visitor is; tokens signed with the old one are refused at once
         * @description Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postAppsByAppIdRotateIdentitySecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/rotate-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an app's API key; the old one stops working at once
         * @description Role: admin.
         *
         *     Problems of its own: APP_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postAppsByAppIdRotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done, the latest first
         * @description Filtering by `subjectId` finds everything that was about it, touched it or showed it.
         *
         *     Role: admin.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what was done
         * @description Role: admin.
         *
         *     Problems of its own: AUDIT_EXPORT_TOO_LARGE.
         *
         *     Also served under /api.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what belongs to no tenant: sign-ins, and what is done with the installation
         * @description Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getAuditInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/installation/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what belongs to no tenant
         * @description Problems of its own: AUDIT_EXPORT_TOO_LARGE.
         *
         *     Also served under /api.
         */
        get: operations["getAuditInstallationExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password; every other sign-in ends
         * @description Problems of its own: CURRENT_PASSWORD_WRONG, PASSWORD_UNCHANGED, PASSWORD_TOO_LONG, PASSWORD_CHECKS_BUSY.
         *
         *     Also served under /api.
         */
        post: operations["postAuthChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail with which a forgotten password can be replaced
         * @description Also served under /api.
         */
        post: operations["postAuthForgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password, and a code where a second factor is on
         * @description Problems of its own: INVALID_CREDENTIALS, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, SSO_REQUIRED, PASSWORD_CHECKS_BUSY, FORBIDDEN_ORIGIN.
         *
         *     Also served under /api.
         */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out: the tokens of this sign-in stop working at once
         * @description Problems of its own: FORBIDDEN_ORIGIN.
         *
         *     Also served under /api.
         */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who is signed in
         * @description Also served under /api.
         */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/{providerId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Send the browser to an identity provider
         * @description A page is opened here, not fetched. The browser comes back to `returnTo` with `#sign-on-code=…`, or with `#sign-on-error=…` and one of SSO_UNAVAILABLE, SSO_REFUSED, SSO_INVALID, SSO_EMAIL_NOT_VERIFIED, SSO_DOMAIN_NOT_ALLOWED, SSO_NOT_ADMITTED.
         *
         *     Problems of its own: IDENTITY_PROVIDER_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getAuthOidcByProviderIdStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where identity providers send browsers back to
         * @description Problems of its own: SSO_EXPIRED.
         *
         *     Also served under /api.
         */
        get: operations["getAuthOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code from the fragment; it works once, for a minute, in the browser that began
         * @description What this sign-in opens is the tenant of the identity provider, and no other.
         *
         *     Problems of its own: SSO_EXPIRED, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, FORBIDDEN_ORIGIN.
         *
         *     Also served under /api.
         */
        post: operations["postAuthOidcExchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the identity providers through which members of a tenant may sign in
         * @description Also served under /api.
         */
        get: operations["getAuthOidcProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a sign-in code to an e-mail address
         * @description Six digits that work once, for ten minutes; a new code replaces the one before. Nothing tells whether somebody has the address.
         *
         *     Also served under /api and /api/v2.
         */
        post: operations["postAuthOtpSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code that came by mail
         * @description Problems of its own: CODE_INVALID, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, SSO_REQUIRED, FORBIDDEN_ORIGIN.
         *
         *     Also served under /api and /api/v2.
         */
        post: operations["postAuthOtpVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for a new pair of tokens
         * @description Each refresh token works once, and for ten seconds more. Used again later, it ends the sign-in.
         *
         *     Problems of its own: INVALID_TOKEN, TOKEN_EXPIRED, SESSION_REVOKED, SESSION_IDLE, REFRESH_TOKEN_REUSED, MISSING_AUTH, FORBIDDEN_ORIGIN.
         *
         *     Also served under /api.
         */
        post: operations["postAuthRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register, where the installation is open to anybody
         * @description A code goes to the address; the account is made by `POST /auth/verify-email`.
         *
         *     Problems of its own: REGISTRATION_CLOSED, PASSWORD_TOO_LONG, PASSWORD_CHECKS_BUSY.
         *
         *     Also served under /api.
         */
        post: operations["postAuthRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password with the token of the mail; every sign-in ends
         * @description Problems of its own: RESET_TOKEN_INVALID, PASSWORD_TOO_LONG, PASSWORD_CHECKS_BUSY.
         *
         *     Also served under /api.
         */
        post: operations["postAuthResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the devices on which you are signed in
         * @description Also served under /api.
         */
        get: operations["getAuthSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out all of your other devices, at once
         * @description Also served under /api.
         */
        delete: operations["deleteAuthSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one of your devices, at once
         * @description Problems of its own: SESSION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteAuthSessionsBySessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the authenticator app on with a code of it; the recovery codes are shown once
         * @description Problems of its own: SECOND_FACTOR_CODE_WRONG.
         *
         *     Also served under /api.
         */
        post: operations["postAuthTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the authenticator app off
         * @description Problems of its own: CURRENT_PASSWORD_WRONG, SECOND_FACTOR_OFF, SECOND_FACTOR_WRONG, PASSWORD_CHECKS_BUSY.
         *
         *     Also served under /api.
         */
        post: operations["postAuthTotpDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up an authenticator app
         * @description The secret counts once `POST /auth/totp/confirm` has shown that the app has it.
         *
         *     Problems of its own: CURRENT_PASSWORD_WRONG, SECOND_FACTOR_ON, PASSWORD_CHECKS_BUSY.
         *
         *     Also served under /api.
         */
        post: operations["postAuthTotpEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a registration with the code that came by mail; this signs in
         * @description Problems of its own: CODE_INVALID, ACCOUNT_LOCKED, FORBIDDEN_ORIGIN.
         *
         *     Also served under /api.
         */
        post: operations["postAuthVerifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations, the latest first
         * @description Role: viewer. API key scope: conversations:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one conversation
         * @description Role: viewer. API key scope: conversations:read.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getConversationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a conversation from the agent, or give it back
         * @description Role: agent. API key scope: conversations:write.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postConversationsByIdHandoff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation, the oldest first
         * @description Role: viewer. API key scope: conversations:read.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getConversationsByIdMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how far the team has read
         * @description Only ever forward; the visitor is shown it.
         *
         *     Role: agent.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postConversationsByIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a conversation
         * @description The visitor’s sessions end. What they want to say afterwards is a new conversation.
         *
         *     Role: agent. API key scope: conversations:write.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postConversationsByIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a conversation over, to answer in it yourself
         * @description The agent stops, and the visitor is told your name. `POST /conversations/:id/handoff` gives it back.
         *
         *     Role: agent.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND, CONVERSATION_ENDED.
         *
         *     Also served under /api.
         */
        post: operations["postConversationsByIdTakeover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how the agent came to its answers
         * @description Every turn with the tools that it called. A call with the state `outcome_unknown` may have been done: its answer was lost.
         *
         *     Role: viewer. API key scope: conversations:read.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getConversationsByIdTurns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the visitor that somebody of the team is typing, or is not any more
         * @description Role: agent.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postConversationsByIdTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalation-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the escalation policies, the oldest first
         * @description As long as no policy is the default, the last page ends with the built-in one, which has no id.
         *
         *     Role: viewer. API key scope: escalations:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getEscalationPolicies"];
        put?: never;
        /**
         * Add an escalation policy
         * @description Role: admin.
         *
         *     Problems of its own: ESCALATION_TRIGGER_TAKEN, CHANNEL_NOT_AVAILABLE.
         *
         *     Also served under /api.
         */
        post: operations["postEscalationPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalation-policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an escalation policy
         * @description Role: viewer. API key scope: escalations:read.
         *
         *     Problems of its own: ESCALATION_POLICY_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getEscalationPoliciesByPolicyId"];
        put?: never;
        post?: never;
        /**
         * Remove an escalation policy
         * @description Role: admin.
         *
         *     Problems of its own: ESCALATION_POLICY_NOT_FOUND, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        delete: operations["deleteEscalationPoliciesByPolicyId"];
        options?: never;
        head?: never;
        /**
         * Change an escalation policy
         * @description Escalations that are under way go on by the version with which they began.
         *
         *     Role: admin.
         *
         *     Problems of its own: ESCALATION_POLICY_NOT_FOUND, ESCALATION_TRIGGER_TAKEN, CHANNEL_NOT_AVAILABLE, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchEscalationPoliciesByPolicyId"];
        trace?: never;
    };
    "/api/v1/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List escalations, the newest or the most urgent first
         * @description Role: viewer. API key scope: escalations:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getEscalations"];
        put?: never;
        /**
         * Say that a conversation needs a person
         * @description Answers 200 where the conversation has an escalation already: its urgency may have risen, and never falls.
         *
         *     Role: agent. API key scope: escalations:write.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND, CONVERSATION_ENDED.
         *
         *     Also served under /api.
         */
        post: operations["postEscalations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an escalation with its evidence, and who was told
         * @description Role: viewer. API key scope: escalations:read.
         *
         *     Problems of its own: ESCALATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getEscalationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an escalation: nobody else is told any more
         * @description Role: agent. API key scope: escalations:write.
         *
         *     Problems of its own: ESCALATION_NOT_FOUND, ESCALATION_RESOLVED.
         *
         *     Also served under /api.
         */
        post: operations["postEscalationsByIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open an escalation again: its policy begins anew
         * @description Role: agent. API key scope: escalations:write.
         *
         *     Problems of its own: ESCALATION_NOT_FOUND, ANOTHER_ESCALATION_OPEN.
         *
         *     Also served under /api.
         */
        post: operations["postEscalationsByIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/escalations/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an escalation is over
         * @description Role: agent. API key scope: escalations:write.
         *
         *     Problems of its own: ESCALATION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postEscalationsByIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List extractions, the latest first, of one conversation or all
         * @description Role: agent. API key scope: extractions:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getExtractions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extractions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an extraction with its fields, their evidence and every change of them
         * @description Role: agent. API key scope: extractions:read.
         *
         *     Problems of its own: EXTRACTION_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getExtractionsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extractions/{id}/fields/{name}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that what was found for a field is right
         * @description Role: agent. API key scope: extractions:write.
         *
         *     Problems of its own: EXTRACTION_NOT_FOUND, EXTRACTION_FIELD_NOT_FOUND, PRECONDITION_FAILED, EXTRACTION_FIELD_EMPTY.
         *
         *     Also served under /api.
         */
        post: operations["postExtractionsByIdFieldsByNameConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extractions/{id}/fields/{name}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a field another value
         * @description The value that is known already confirms it.
         *
         *     Role: agent. API key scope: extractions:write.
         *
         *     Problems of its own: EXTRACTION_NOT_FOUND, EXTRACTION_FIELD_NOT_FOUND, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        post: operations["postExtractionsByIdFieldsByNameCorrect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extractions/{id}/fields/{name}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that what was found for a field is wrong, without another value
         * @description Role: agent. API key scope: extractions:write.
         *
         *     Problems of its own: EXTRACTION_NOT_FOUND, EXTRACTION_FIELD_NOT_FOUND, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        post: operations["postExtractionsByIdFieldsByNameReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extractions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a form on messages
         * @description Reads the messages as a conversation would be read, and stores nothing of them.
         *
         *     Role: agent. API key scope: extractions:write.
         *
         *     Problems of its own: INVALID_FORM_SCHEMA, NO_MODEL_PROVIDER, MODEL_UNAVAILABLE.
         *
         *     Also served under /api.
         */
        post: operations["postExtractionsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is on and off for a tenant, and who decided
         * @description Role: viewer.
         *
         *     Also served under /api.
         */
        get: operations["getFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch a feature on or off for a tenant; some only as platform admin
         * @description Role: admin.
         *
         *     Problems of its own: PLATFORM_ADMIN_REQUIRED.
         *
         *     Also served under /api.
         */
        put: operations["putFeaturesByFeature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch a file of a conversation
         * @description Single ranges of bytes are served.
         *
         *     Role: viewer. API key scope: conversations:read.
         *
         *     Problems of its own: FILE_NOT_FOUND, RANGE_NOT_SATISFIABLE, STORAGE_UNAVAILABLE.
         *
         *     Also served under /api.
         */
        get: operations["getFilesByFileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the service works
         * @description Also served under /api.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process lives
         * @description Also served under /api.
         */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process takes requests
         * @description Also served under /api.
         */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation; this signs in
         * @description With an account of that address: its password, and a code where a second factor is on. Without one: a name, and a password of your choice.
         *
         *     Problems of its own: INVITATION_INVALID, NAME_REQUIRED, INVALID_CREDENTIALS, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, SSO_REQUIRED, FORBIDDEN_ORIGIN, PASSWORD_TOO_LONG, PASSWORD_CHECKS_BUSY.
         *
         *     Also served under /api.
         */
        post: operations["postInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read what an invitation is to, with its token
         * @description Problems of its own: INVITATION_INVALID.
         *
         *     Also served under /api.
         */
        post: operations["postInvitationsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List documents, without their content
         * @description Role: viewer. API key scope: knowledge:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getKnowledgeDocuments"];
        put?: never;
        /**
         * Add a document for agents to answer from
         * @description As JSON: Markdown, plain text, or questions with their answers. Files cannot be uploaded yet.
         *
         *     Role: admin. API key scope: knowledge:write.
         *
         *     Problems of its own: APP_NOT_FOUND, KNOWLEDGE_DOCUMENT_EMPTY, TOO_MANY_KNOWLEDGE_DOCUMENTS.
         *
         *     Also served under /api.
         */
        post: operations["postKnowledgeDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a document
         * @description Role: viewer. API key scope: knowledge:read.
         *
         *     Problems of its own: KNOWLEDGE_DOCUMENT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getKnowledgeDocumentsByDocumentId"];
        /**
         * Replace what a document says
         * @description Searches find what was there before until the new text is ready. Whose document it is does not change.
         *
         *     Role: admin. API key scope: knowledge:write.
         *
         *     Problems of its own: KNOWLEDGE_DOCUMENT_NOT_FOUND, KNOWLEDGE_DOCUMENT_EMPTY, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        put: operations["putKnowledgeDocumentsByDocumentId"];
        post?: never;
        /**
         * Delete a document
         * @description Role: admin. API key scope: knowledge:write.
         *
         *     Problems of its own: KNOWLEDGE_DOCUMENT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteKnowledgeDocumentsByDocumentId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search the documents, as an agent does
         * @description Role: viewer. API key scope: knowledge:read.
         *
         *     Problems of its own: APP_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postKnowledgeSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a visitor as a person
         * @description On the channel of the conversation. Whoever answers has taken the conversation over.
         *
         *     Role: agent.
         *
         *     Problems of its own: CONVERSATION_NOT_FOUND, CONVERSATION_ENDED.
         *
         *     Also served under /api.
         */
        post: operations["postMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a contact with conversations, files, forms, tickets and all
         * @description Done by a job, all of it or nothing. Audit entries and figures stay: they name nobody. A legal hold forbids it.
         *
         *     Role: admin.
         *
         *     Problems of its own: CONTACT_NOT_FOUND, LEGAL_HOLD.
         *
         *     Also served under /api.
         */
        post: operations["postPrivacyErase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export everything about a contact as a ZIP file
         * @description Made by a job; `GET /privacy/requests/:requestId` says when it is there. The file is kept for seven days.
         *
         *     Role: admin.
         *
         *     Problems of its own: CONTACT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postPrivacyExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List legal holds, released ones too, the newest first
         * @description Role: admin.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getPrivacyHolds"];
        put?: never;
        /**
         * Put the data of a contact on legal hold
         * @description Role: admin.
         *
         *     Problems of its own: CONTACT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postPrivacyHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Release a legal hold
         * @description Role: admin.
         *
         *     Problems of its own: LEGAL_HOLD_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deletePrivacyHoldsByHoldId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports and erasures, the newest first
         * @description Role: admin.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getPrivacyRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an export or an erasure is
         * @description Role: admin.
         *
         *     Problems of its own: PRIVACY_REQUEST_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getPrivacyRequestsByRequestId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{requestId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch the ZIP file of an export
         * @description Role: admin.
         *
         *     Problems of its own: PRIVACY_REQUEST_NOT_FOUND, EXPORT_GONE, STORAGE_UNAVAILABLE.
         *
         *     Also served under /api.
         */
        get: operations["getPrivacyRequestsByRequestIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read for how long each class of data is kept
         * @description Role: admin.
         *
         *     Also served under /api.
         */
        get: operations["getPrivacyRetention"];
        /**
         * Say for how many days each class of data is kept
         * @description What is older is removed every night. Legal holds win.
         *
         *     Role: owner.
         *
         *     Also served under /api.
         */
        put: operations["putPrivacyRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/red-flag-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your red-flag rules
         * @description Role: viewer. API key scope: red-flags:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getRedFlagRules"];
        put?: never;
        /**
         * Add a red-flag rule of your own
         * @description Role: admin.
         *
         *     Problems of its own: RED_FLAG_RULE_NAME_TAKEN, TOO_MANY_RED_FLAG_RULES.
         *
         *     Also served under /api.
         */
        post: operations["postRedFlagRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/red-flag-rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a red-flag rule
         * @description Role: viewer. API key scope: red-flags:read.
         *
         *     Problems of its own: RED_FLAG_RULE_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getRedFlagRulesByRuleId"];
        put?: never;
        post?: never;
        /**
         * Delete a red-flag rule
         * @description Role: admin.
         *
         *     Problems of its own: RED_FLAG_RULE_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteRedFlagRulesByRuleId"];
        options?: never;
        head?: never;
        /**
         * Change a red-flag rule
         * @description Role: admin.
         *
         *     Problems of its own: RED_FLAG_RULE_NOT_FOUND, RED_FLAG_RULE_NAME_TAKEN, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchRedFlagRulesByRuleId"];
        trace?: never;
    };
    "/api/v1/red-flags/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Screen a text for red flags, by the built-in rules, the classifier and your own rules
         * @description Role: viewer. API key scope: red-flags:read.
         *
         *     Also served under /api.
         */
        post: operations["postRedFlagsScreen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What answers of language models took, per day and model
         * @description Role: admin. API key scope: reports:read.
         *
         *     Also served under /api.
         */
        get: operations["getReportsUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your tenants; as platform admin, all of them
         * @description Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getTenants"];
        put?: never;
        /**
         * Create a tenant, as platform admin, or your own where people may register
         * @description A tenant of your own is set up first: no visitor is let in before `POST /tenants/:tenantId/complete-onboarding`.
         *
         *     Problems of its own: PLATFORM_ADMIN_REQUIRED, TOO_MANY_TENANTS, TENANT_SLUG_TAKEN.
         *
         *     Also served under /api.
         */
        post: operations["postTenants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tenant and its apps, with how many sessions each has had
         * @description Role: viewer. API key scope: tenants:read.
         *
         *     Problems of its own: TENANT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getTenantsByTenantId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a tenant
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, TENANT_SLUG_TAKEN, SSO_NOT_SET_UP, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchTenantsByTenantId"];
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List when platform admins have opened the personal data of a tenant, and why, the newest first
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getTenantsByTenantIdBreakGlass"];
        put?: never;
        /**
         * As platform admin, open the personal data of a tenant that is not yours, with a reason; its owners are told
         * @description Problems of its own: TENANT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postTenantsByTenantIdBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/break-glass/{breakGlassId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End such an access before its time, as owner or as platform admin
         * @description Role: owner.
         *
         *     Problems of its own: TENANT_NOT_FOUND, BREAK_GLASS_GRANT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        delete: operations["deleteTenantsByTenantIdBreakGlassByBreakGlassId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/complete-onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish setting up a workspace; from now on visitors are let in
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, ONBOARDING_INCOMPLETE.
         *
         *     Also served under /api.
         */
        post: operations["postTenantsByTenantIdCompleteOnboarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the identity providers of a tenant
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getTenantsByTenantIdIdentityProviders"];
        put?: never;
        /**
         * Let people sign in through an OpenID Connect provider
         * @description Register its `redirectUri` at the provider. The client secret is kept sealed and never shown.
         *
         *     Role: owner.
         *
         *     Problems of its own: TENANT_NOT_FOUND.
         *
         *     Also served under /api.
         */
        post: operations["postTenantsByTenantIdIdentityProviders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/identity-providers/{providerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an identity provider; those who came through one of this tenant are signed out
         * @description Role: owner.
         *
         *     Problems of its own: TENANT_NOT_FOUND, IDENTITY_PROVIDER_NOT_FOUND, SSO_IN_USE.
         *
         *     Also served under /api.
         */
        delete: operations["deleteTenantsByTenantIdIdentityProvidersByProviderId"];
        options?: never;
        head?: never;
        /**
         * Change an identity provider; where it is trusted less than before, those who came through it are signed out
         * @description Role: owner.
         *
         *     Problems of its own: TENANT_NOT_FOUND, IDENTITY_PROVIDER_NOT_FOUND, SSO_IN_USE, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchTenantsByTenantIdIdentityProvidersByProviderId"];
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the invitations of a tenant, the newest first
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getTenantsByTenantIdInvitations"];
        put?: never;
        /**
         * Invite somebody by e-mail, with a role that is not above your own
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, ALREADY_MEMBER, ROLE_ABOVE_OWN.
         *
         *     Also served under /api.
         */
        post: operations["postTenantsByTenantIdInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, INVITATION_NOT_FOUND, INVITATION_CLOSED.
         *
         *     Also served under /api.
         */
        delete: operations["deleteTenantsByTenantIdInvitationsByInvitationId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/invitations/{invitationId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again, also one that has expired
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, INVITATION_NOT_FOUND, INVITATION_CLOSED, ROLE_ABOVE_OWN.
         *
         *     Also served under /api.
         */
        post: operations["postTenantsByTenantIdInvitationsByInvitationIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of a tenant and their roles
         * @description Role: viewer.
         *
         *     Problems of its own: TENANT_NOT_FOUND, INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getTenantsByTenantIdMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenantId}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member; their access ends at once
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, MEMBER_NOT_FOUND, OWNER_REQUIRED, LAST_OWNER.
         *
         *     Also served under /api.
         */
        delete: operations["deleteTenantsByTenantIdMembersByMemberId"];
        options?: never;
        head?: never;
        /**
         * Give a member another role
         * @description Role: admin.
         *
         *     Problems of its own: TENANT_NOT_FOUND, MEMBER_NOT_FOUND, OWNER_REQUIRED, LAST_OWNER.
         *
         *     Also served under /api.
         */
        patch: operations["patchTenantsByTenantIdMembersByMemberId"];
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tickets, the latest first, of one status or all
         * @description Role: agent. API key scope: tickets:read.
         *
         *     Problems of its own: INVALID_CURSOR.
         *
         *     Also served under /api.
         */
        get: operations["getTickets"];
        put?: never;
        /**
         * Open a ticket
         * @description Role: agent. API key scope: tickets:write.
         *
         *     Also served under /api.
         */
        post: operations["postTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a ticket
         * @description Role: agent. API key scope: tickets:read.
         *
         *     Problems of its own: TICKET_NOT_FOUND.
         *
         *     Also served under /api.
         */
        get: operations["getTicketsByTicketId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a ticket
         * @description Role: agent. API key scope: tickets:write.
         *
         *     Problems of its own: TICKET_NOT_FOUND, PRECONDITION_FAILED.
         *
         *     Also served under /api.
         */
        patch: operations["patchTicketsByTicketId"];
        trace?: never;
    };
    "/api/v1/widget/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an app’s widget looks
         * @description For a page that shows the widget, before its visitor has done anything: it begins no session. Browsers keep the answer for a minute.
         *
         *     Problems of its own: PROJECT_NOT_FOUND, APP_INACTIVE, FORBIDDEN_ORIGIN, APP_NOT_CONFIGURED, TENANT_ONBOARDING.
         *
         *     Also served under /api.
         */
        get: operations["getWidgetConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a conversation
         * @description Server-sent events that stay open: the frames of the chat socket as `data`, with the `seq` of durable ones as `id`. With `Last-Event-ID` or `afterSeq` everything after it comes first; without, it starts now. 204 when the session has ended and everything was shown. The event source of a browser can send no header, so the session token may stand in the query, as it does in the address of the socket.
         *
         *     Problems of its own: MISSING_AUTH, INVALID_TOKEN, APP_INACTIVE, FORBIDDEN_ORIGIN, NO_SESSION, TOO_MANY_CONNECTIONS.
         *
         *     Also served under /api.
         */
        get: operations["getWidgetEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file
         * @description A form with one part called `file`. What it is, its content says. The file goes to the team and the agent with the message that names it in `attachments`; one that no message names is removed after a day.
         *
         *     Problems of its own: MISSING_AUTH, INVALID_TOKEN, APP_INACTIVE, FORBIDDEN_ORIGIN, ATTACHMENTS_OFF, SESSION_ENDED, NO_SESSION, INVALID_UPLOAD, UPLOAD_TIMEOUT, UPLOAD_ABANDONED, FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE_NOT_ACCEPTED, FILE_INFECTED, TOO_MANY_FILES, FILE_QUOTA_EXCEEDED, VIRUS_SCAN_UNAVAILABLE, STORAGE_FULL, STORAGE_UNAVAILABLE.
         *
         *     Also served under /api.
         */
        post: operations["postWidgetFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch a file of the conversation
         * @description With the session token, or with the `link` that stands in the `url` of an attachment, for pages that show it in an image element. Single ranges of bytes are served.
         *
         *     Problems of its own: MISSING_AUTH, INVALID_TOKEN, APP_INACTIVE, FORBIDDEN_ORIGIN, FILE_NOT_FOUND, RANGE_NOT_SATISFIABLE, STORAGE_UNAVAILABLE.
         *
         *     Also served under /api.
         */
        get: operations["getWidgetFilesByFileId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a widget session
         * @description Answers with the session’s token and the address of its chat socket. Pages of other origins than the app allows are refused.
         *
         *     Problems of its own: PROJECT_NOT_FOUND, APP_INACTIVE, FORBIDDEN_ORIGIN, APP_NOT_CONFIGURED, TENANT_ONBOARDING, INVALID_USER_TOKEN, INVALID_FORM_SCHEMA.
         *
         *     Also served under /api.
         */
        post: operations["postWidgetInit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message and get the answer
         * @description With `Accept: text/event-stream` the answer is the frames of the chat socket as `data`, with the `seq` of durable ones as `id`, up to the assistant’s message, an error, or the status that says that a person has the conversation. Otherwise it is JSON: 200 when answered within a minute, 202 when not; where the message raised an `emergency` text, it is the first of `messages`. The same `clientMessageId` again is the same message, with the same outcome.
         *
         *     Problems of its own: MISSING_AUTH, INVALID_TOKEN, APP_INACTIVE, FORBIDDEN_ORIGIN, INVALID_MESSAGE, MESSAGE_TOO_LONG, SESSION_ENDED, NO_SESSION, TOO_MANY_CONNECTIONS, NOT_STORED.
         *
         *     Also served under /api.
         */
        post: operations["postWidgetMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a conversation after a seq
         * @description Problems of its own: MISSING_AUTH, INVALID_TOKEN, APP_INACTIVE, FORBIDDEN_ORIGIN, NO_SESSION.
         *
         *     Also served under /api.
         */
        get: operations["getWidgetMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/session/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a widget session
         * @description Answers with the session’s token and the address of its chat socket. Pages of other origins than the app allows are refused.
         *
         *     Problems of its own: PROJECT_NOT_FOUND, APP_INACTIVE, FORBIDDEN_ORIGIN, APP_NOT_CONFIGURED, TENANT_ONBOARDING, INVALID_USER_TOKEN, INVALID_FORM_SCHEMA.
         *
         *     Also served under /api.
         */
        post: operations["postWidgetSessionInit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/widget/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a session token for a fresh one
         * @description With the session token as Bearer, up to 24 hours after it expired. The old one lives on until its own expiry.
         *
         *     Problems of its own: MISSING_AUTH, INVALID_TOKEN, SESSION_ENDED, NO_SESSION.
         *
         *     Also served under /api.
         */
        post: operations["postWidgetSessionRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the service and what it uses */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the service and what it uses */
        get: operations["getStatusHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version that runs */
        get: operations["getStatusVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description Stable, in SCREAMING_SNAKE */
            code: string;
            /** @description A sentence for people */
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[];
            status: number;
            title: string;
            type?: string;
        };
    };
    responses: {
        /** @description What went wrong (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
         * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
         */
        IdempotencyKey: string;
        /**
         * @description The ETag that the change is based on; 412 when somebody else was faster
         * @example "XrY7u-Ae7tCTyyK7j1rNww"
         */
        IfMatch: string;
        /**
         * @description The ETag of what is known already; 304 when nothing has changed
         * @example "XrY7u-Ae7tCTyyK7j1rNww"
         */
        IfNoneMatch: string;
        /**
         * @description The tenant to act in; only people with several need to name one
         * @example 0190a3f0-7c3a-7000-8000-000000000001
         */
        TenantId: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of the resource */
        ETag: string;
        /** @description Finds the request in the log */
        RequestId: string;
        /** @description Seconds to wait */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAgents: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the AI agents of a tenant */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "instructions": "Example text",
                     *           "llmConfig": {
                     *             "provider": "openai",
                     *             "model": "Example text",
                     *             "temperature": 1,
                     *             "maxTokens": 1,
                     *             "fallback": [
                     *               "anthropic"
                     *             ]
                     *           },
                     *           "isActive": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            instructions: string | null;
                            isActive: boolean;
                            llmConfig: {
                                fallback?: string[];
                                maxTokens?: number;
                                model?: string;
                                /** @enum {string} */
                                provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                                temperature?: number;
                            };
                            name: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAgents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "instructions": "Example text",
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ]
                 *       },
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    instructions?: string | null;
                    /** @default true */
                    isActive?: boolean;
                    /** @default {} */
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    name: string;
                };
            };
        };
        responses: {
            /** @description Add an AI agent */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "instructions": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string | null;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAgentsByAgentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an AI agent */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "instructions": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string | null;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAgentsByAgentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "instructions": "Example text",
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ]
                 *       },
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    instructions?: string | null;
                    isActive?: boolean;
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Change an AI agent */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "instructions": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string | null;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAgentsByAgentIdDocuments: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an agent's own documents */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "title": "Front desk",
                     *           "contentType": "text/markdown",
                     *           "language": "en",
                     *           "status": "processing",
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *           "chunkCount": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            agentId: string | null;
                            appId: string | null;
                            chunkCount: number;
                            /** @enum {string} */
                            contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "en" | "es" | "other";
                            /** @enum {string} */
                            status: "processing" | "ready" | "failed";
                            title: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAgentsByAgentIdDocuments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Parking at the clinic",
                 *       "content": "## Prices\n\nThe first half hour is free.",
                 *       "contentType": "text/markdown",
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    content?: string;
                    /** @enum {string} */
                    contentType?: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                    items?: {
                        answer: string;
                        question: string;
                    }[];
                    /** @enum {string} */
                    language?: "en" | "es" | "other";
                    /** @example Parking at the clinic */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Add a document for one agent alone */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "title": "Front desk",
                     *       "contentType": "text/markdown",
                     *       "language": "en",
                     *       "status": "processing",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "chunkCount": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "content": "Example text"
                     *     }
                     */
                    "application/json": {
                        agentId: string | null;
                        appId: string | null;
                        chunkCount: number;
                        content: string;
                        /** @enum {string} */
                        contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        language: "en" | "es" | "other";
                        /** @enum {string} */
                        status: "processing" | "ready" | "failed";
                        title: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAgentsByAgentIdTools: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an agent's own HTTP tools */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *           "name": "Front desk",
                     *           "description": "Example text",
                     *           "parameters": {},
                     *           "url": "Example text",
                     *           "method": "POST",
                     *           "headerNames": [
                     *             "Example text"
                     *           ],
                     *           "timeoutMs": 1,
                     *           "isActive": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            agentId: string;
                            /** Format: date-time */
                            createdAt: string;
                            description: string;
                            headerNames: string[] | null;
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            /** @enum {string} */
                            method: "POST" | "PUT" | "PATCH";
                            name: string;
                            parameters: {
                                [key: string]: unknown;
                            };
                            timeoutMs: number;
                            /** Format: date-time */
                            updatedAt: string;
                            url: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAgentsByAgentIdTools: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "description": "Example text",
                 *       "parameters": {},
                 *       "url": "Example text",
                 *       "method": "POST",
                 *       "headers": {},
                 *       "timeoutMs": 10000,
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    description: string;
                    /** @default {} */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @default true */
                    isActive?: boolean;
                    /**
                     * @default POST
                     * @enum {string}
                     */
                    method?: "POST" | "PUT" | "PATCH";
                    name: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                    /** @default 10000 */
                    timeoutMs?: number;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Give an agent an HTTP tool of your own */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "name": "Front desk",
                     *       "description": "Example text",
                     *       "parameters": {},
                     *       "url": "Example text",
                     *       "method": "POST",
                     *       "headerNames": [
                     *         "Example text"
                     *       ],
                     *       "timeoutMs": 1,
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        headerNames: string[] | null;
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        /** @enum {string} */
                        method: "POST" | "PUT" | "PATCH";
                        name: string;
                        parameters: {
                            [key: string]: unknown;
                        };
                        timeoutMs: number;
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
        };
    };
    deleteAgentsByAgentIdToolsByToolId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00000128a815 */
                toolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an HTTP tool away from an agent */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAgentsByAgentIdToolsByToolId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00000128a815 */
                toolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "description": "Example text",
                 *       "parameters": {},
                 *       "url": "Example text",
                 *       "method": "POST",
                 *       "headers": {},
                 *       "timeoutMs": 1,
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    description?: string;
                    headers?: {
                        [key: string]: string;
                    };
                    isActive?: boolean;
                    /** @enum {string} */
                    method?: "POST" | "PUT" | "PATCH";
                    name?: string;
                    parameters?: {
                        [key: string]: unknown;
                    };
                    timeoutMs?: number;
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Change an HTTP tool of an agent */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "name": "Front desk",
                     *       "description": "Example text",
                     *       "parameters": {},
                     *       "url": "Example text",
                     *       "method": "POST",
                     *       "headerNames": [
                     *         "Example text"
                     *       ],
                     *       "timeoutMs": 1,
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        headerNames: string[] | null;
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        /** @enum {string} */
                        method: "POST" | "PUT" | "PATCH";
                        name: string;
                        parameters: {
                            [key: string]: unknown;
                        };
                        timeoutMs: number;
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
        };
    };
    getAiAgent: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the AI agents of a tenant */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "instructions": "Example text",
                     *           "llmConfig": {
                     *             "provider": "openai",
                     *             "model": "Example text",
                     *             "temperature": 1,
                     *             "maxTokens": 1,
                     *             "fallback": [
                     *               "anthropic"
                     *             ]
                     *           },
                     *           "isActive": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            instructions: string | null;
                            isActive: boolean;
                            llmConfig: {
                                fallback?: string[];
                                maxTokens?: number;
                                model?: string;
                                /** @enum {string} */
                                provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                                temperature?: number;
                            };
                            name: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAiAgent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "instructions": "Example text",
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ]
                 *       },
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    instructions?: string | null;
                    /** @default true */
                    isActive?: boolean;
                    /** @default {} */
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    name: string;
                };
            };
        };
        responses: {
            /** @description Add an AI agent */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "instructions": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string | null;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAiAgentByAgentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an AI agent */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "instructions": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string | null;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAiAgentByAgentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "instructions": "Example text",
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ]
                 *       },
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    instructions?: string | null;
                    isActive?: boolean;
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Change an AI agent */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "instructions": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        instructions: string | null;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAiAgentByAgentIdDocuments: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an agent's own documents */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "title": "Front desk",
                     *           "contentType": "text/markdown",
                     *           "language": "en",
                     *           "status": "processing",
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *           "chunkCount": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            agentId: string | null;
                            appId: string | null;
                            chunkCount: number;
                            /** @enum {string} */
                            contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "en" | "es" | "other";
                            /** @enum {string} */
                            status: "processing" | "ready" | "failed";
                            title: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAiAgentByAgentIdDocuments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Parking at the clinic",
                 *       "content": "## Prices\n\nThe first half hour is free.",
                 *       "contentType": "text/markdown",
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    content?: string;
                    /** @enum {string} */
                    contentType?: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                    items?: {
                        answer: string;
                        question: string;
                    }[];
                    /** @enum {string} */
                    language?: "en" | "es" | "other";
                    /** @example Parking at the clinic */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Add a document for one agent alone */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "title": "Front desk",
                     *       "contentType": "text/markdown",
                     *       "language": "en",
                     *       "status": "processing",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "chunkCount": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "content": "Example text"
                     *     }
                     */
                    "application/json": {
                        agentId: string | null;
                        appId: string | null;
                        chunkCount: number;
                        content: string;
                        /** @enum {string} */
                        contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        language: "en" | "es" | "other";
                        /** @enum {string} */
                        status: "processing" | "ready" | "failed";
                        title: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAiAgentByAgentIdTools: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an agent's own HTTP tools */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *           "name": "Front desk",
                     *           "description": "Example text",
                     *           "parameters": {},
                     *           "url": "Example text",
                     *           "method": "POST",
                     *           "headerNames": [
                     *             "Example text"
                     *           ],
                     *           "timeoutMs": 1,
                     *           "isActive": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            agentId: string;
                            /** Format: date-time */
                            createdAt: string;
                            description: string;
                            headerNames: string[] | null;
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            /** @enum {string} */
                            method: "POST" | "PUT" | "PATCH";
                            name: string;
                            parameters: {
                                [key: string]: unknown;
                            };
                            timeoutMs: number;
                            /** Format: date-time */
                            updatedAt: string;
                            url: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAiAgentByAgentIdTools: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "description": "Example text",
                 *       "parameters": {},
                 *       "url": "Example text",
                 *       "method": "POST",
                 *       "headers": {},
                 *       "timeoutMs": 10000,
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    description: string;
                    /** @default {} */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @default true */
                    isActive?: boolean;
                    /**
                     * @default POST
                     * @enum {string}
                     */
                    method?: "POST" | "PUT" | "PATCH";
                    name: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                    /** @default 10000 */
                    timeoutMs?: number;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Give an agent an HTTP tool of your own */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "name": "Front desk",
                     *       "description": "Example text",
                     *       "parameters": {},
                     *       "url": "Example text",
                     *       "method": "POST",
                     *       "headerNames": [
                     *         "Example text"
                     *       ],
                     *       "timeoutMs": 1,
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        headerNames: string[] | null;
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        /** @enum {string} */
                        method: "POST" | "PUT" | "PATCH";
                        name: string;
                        parameters: {
                            [key: string]: unknown;
                        };
                        timeoutMs: number;
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
        };
    };
    deleteAiAgentByAgentIdToolsByToolId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00000128a815 */
                toolId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an HTTP tool away from an agent */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAiAgentByAgentIdToolsByToolId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00000128a815 */
                toolId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "description": "Example text",
                 *       "parameters": {},
                 *       "url": "Example text",
                 *       "method": "POST",
                 *       "headers": {},
                 *       "timeoutMs": 1,
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    description?: string;
                    headers?: {
                        [key: string]: string;
                    };
                    isActive?: boolean;
                    /** @enum {string} */
                    method?: "POST" | "PUT" | "PATCH";
                    name?: string;
                    parameters?: {
                        [key: string]: unknown;
                    };
                    timeoutMs?: number;
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Change an HTTP tool of an agent */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "name": "Front desk",
                     *       "description": "Example text",
                     *       "parameters": {},
                     *       "url": "Example text",
                     *       "method": "POST",
                     *       "headerNames": [
                     *         "Example text"
                     *       ],
                     *       "timeoutMs": 1,
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        headerNames: string[] | null;
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        /** @enum {string} */
                        method: "POST" | "PUT" | "PATCH";
                        name: string;
                        parameters: {
                            [key: string]: unknown;
                        };
                        timeoutMs: number;
                        /** Format: date-time */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
        };
    };
    getApiKeys: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the API keys of a tenant, those of its apps too */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "prefix": "Example text",
                     *           "scopes": [
                     *             "Example text"
                     *           ],
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "expiresAt": "2026-03-02T09:00:00.000Z",
                     *           "lastUsedAt": "2026-03-02T09:00:00.000Z",
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            appId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            prefix: string;
                            scopes: string[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "scopes": [
                 *         "tenants:read"
                 *       ],
                 *       "expiresAt": "2026-03-02T09:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    expiresAt?: string | null;
                    name: string;
                    scopes: ("tenants:read" | "apps:read" | "configs:read" | "prompts:read" | "conversations:read" | "conversations:write" | "agents:read" | "agents:write" | "tickets:read" | "tickets:write" | "escalations:read" | "escalations:write" | "red-flags:read" | "extractions:read" | "extractions:write" | "knowledge:read" | "knowledge:write" | "reports:read")[];
                };
            };
        };
        responses: {
            /** @description Make an API key for a server of yours */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "prefix": "Example text",
                     *       "scopes": [
                     *         "Example text"
                     *       ],
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "lastUsedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "apiKey": "Example text"
                     *     }
                     */
                    "application/json": {
                        apiKey: string;
                        appId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        /** Format: uuid */
                        id: string;
                        lastUsedAt: string | null;
                        name: string;
                        prefix: string;
                        scopes: string[];
                    };
                };
            };
        };
    };
    getApiKeysByApiKeyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000cccdd42c */
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an API key: what it may open and when it was used, not the key itself */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "prefix": "Example text",
                     *       "scopes": [
                     *         "Example text"
                     *       ],
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "lastUsedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        appId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        /** Format: uuid */
                        id: string;
                        lastUsedAt: string | null;
                        name: string;
                        prefix: string;
                        scopes: string[];
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteApiKeysByApiKeyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000cccdd42c */
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete an API key; it stops working at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getApps: {
        parameters: {
            query?: {
                /** @example 2026-03-02T09:00:00.000Z */
                createdAfter?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdBefore?: string;
                /** @example Example text */
                cursor?: string;
                /** @example true */
                isActive?: "true" | "false";
                /** @example 25 */
                limit?: number;
                /** @example Example text */
                q?: string;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the apps of a tenant */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "tenantId": "0190a3f0-7c3a-7000-8000-00004661e229",
                     *           "name": "Front desk",
                     *           "slug": "Example text",
                     *           "projectId": "Example text",
                     *           "isActive": true,
                     *           "allowedOrigins": [
                     *             "Example text"
                     *           ],
                     *           "defaultAgentId": "0190a3f0-7c3a-7000-8000-00006e142fb7",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            allowedOrigins: string[];
                            /** Format: date-time */
                            createdAt: string;
                            defaultAgentId: string | null;
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            name: string;
                            projectId: string;
                            slug: string;
                            /** Format: uuid */
                            tenantId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postApps: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tenantId": "0190a3f0-7c3a-7000-8000-00004661e229",
                 *       "name": "Front desk",
                 *       "slug": "sunrise-clinic",
                 *       "projectId": "front-desk",
                 *       "isActive": true,
                 *       "allowedOrigins": [
                 *         "https://www.example.com"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @default [] */
                    allowedOrigins?: string[];
                    /** @default true */
                    isActive?: boolean;
                    name: string;
                    /** @example front-desk */
                    projectId?: string;
                    /** @example sunrise-clinic */
                    slug: string;
                    /** Format: uuid */
                    tenantId: string;
                };
            };
        };
        responses: {
            /** @description Create an app in a tenant that you administer */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "tenantId": "0190a3f0-7c3a-7000-8000-00004661e229",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "projectId": "Example text",
                     *       "isActive": true,
                     *       "allowedOrigins": [
                     *         "Example text"
                     *       ],
                     *       "defaultAgentId": "0190a3f0-7c3a-7000-8000-00006e142fb7",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "apiKey": "Example text",
                     *       "identitySecret": "Example text"
                     *     }
                     */
                    "application/json": {
                        allowedOrigins: string[];
                        apiKey: string;
                        /** Format: date-time */
                        createdAt: string;
                        defaultAgentId: string | null;
                        /** Format: uuid */
                        id: string;
                        identitySecret: string;
                        isActive: boolean;
                        name: string;
                        projectId: string;
                        slug: string;
                        /** Format: uuid */
                        tenantId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAppsByAppId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an app */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "tenantId": "0190a3f0-7c3a-7000-8000-00004661e229",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "projectId": "Example text",
                     *       "isActive": true,
                     *       "allowedOrigins": [
                     *         "Example text"
                     *       ],
                     *       "defaultAgentId": "0190a3f0-7c3a-7000-8000-00006e142fb7",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        allowedOrigins: string[];
                        /** Format: date-time */
                        createdAt: string;
                        defaultAgentId: string | null;
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        name: string;
                        projectId: string;
                        slug: string;
                        /** Format: uuid */
                        tenantId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAppsByAppId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "slug": "sunrise-clinic",
                 *       "projectId": "front-desk",
                 *       "isActive": true,
                 *       "allowedOrigins": [
                 *         "https://www.example.com"
                 *       ]
                 *     }
                 */
                "application/json": {
                    allowedOrigins?: string[];
                    isActive?: boolean;
                    name?: string;
                    /** @example front-desk */
                    projectId?: string;
                    /** @example sunrise-clinic */
                    slug?: string;
                };
            };
        };
        responses: {
            /** @description Change an app */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "tenantId": "0190a3f0-7c3a-7000-8000-00004661e229",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "projectId": "Example text",
                     *       "isActive": true,
                     *       "allowedOrigins": [
                     *         "Example text"
                     *       ],
                     *       "defaultAgentId": "0190a3f0-7c3a-7000-8000-00006e142fb7",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        allowedOrigins: string[];
                        /** Format: date-time */
                        createdAt: string;
                        defaultAgentId: string | null;
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        name: string;
                        projectId: string;
                        slug: string;
                        /** Format: uuid */
                        tenantId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getAppsByAppIdConfigs: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example true */
                isActive?: "true" | "false";
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the versions of an app's configuration, from the first on */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "version": 1,
                     *           "features": {},
                     *           "uiTheme": {},
                     *           "llmConfig": {
                     *             "provider": "openai",
                     *             "model": "Example text",
                     *             "temperature": 1,
                     *             "maxTokens": 1,
                     *             "fallback": [
                     *               "anthropic"
                     *             ]
                     *           },
                     *           "voiceConfig": {},
                     *           "isActive": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            appId: string;
                            /** Format: date-time */
                            createdAt: string;
                            features: {
                                [key: string]: boolean;
                            };
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            llmConfig: {
                                fallback?: string[];
                                maxTokens?: number;
                                model?: string;
                                /** @enum {string} */
                                provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                                temperature?: number;
                            };
                            uiTheme: {
                                [key: string]: unknown;
                            };
                            version: number;
                            voiceConfig: {
                                [key: string]: unknown;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAppsByAppIdConfigs: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "features": {},
                 *       "uiTheme": {},
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ]
                 *       },
                 *       "voiceConfig": {},
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    /** @default {} */
                    features?: {
                        [key: string]: boolean;
                    };
                    /** @default true */
                    isActive?: boolean;
                    /** @default {} */
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    /** @default {} */
                    uiTheme?: {
                        [key: string]: unknown;
                    };
                    /** @default {} */
                    voiceConfig?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Add a version of an app's configuration */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "version": 1,
                     *       "features": {},
                     *       "uiTheme": {},
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "voiceConfig": {},
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        appId: string;
                        /** Format: date-time */
                        createdAt: string;
                        features: {
                            [key: string]: boolean;
                        };
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        uiTheme: {
                            [key: string]: unknown;
                        };
                        version: number;
                        voiceConfig: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    getAppsByAppIdConfigsActive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the active version of an app's configuration */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "version": 1,
                     *       "features": {},
                     *       "uiTheme": {},
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ]
                     *       },
                     *       "voiceConfig": {},
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        appId: string;
                        /** Format: date-time */
                        createdAt: string;
                        features: {
                            [key: string]: boolean;
                        };
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        uiTheme: {
                            [key: string]: unknown;
                        };
                        version: number;
                        voiceConfig: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAppsByAppIdPrompts: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example true */
                isDefault?: "true" | "false";
                /** @example SYSTEM */
                kind?: "SYSTEM" | "PRE_MESSAGE" | "POST_MESSAGE" | "TOOL_DESCRIPTION";
                /** @example 25 */
                limit?: number;
                /** @example Example text */
                q?: string;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the prompt profiles of an app, of one kind or all */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "name": "Front desk",
                     *           "kind": "SYSTEM",
                     *           "content": "Example text",
                     *           "variables": {},
                     *           "isDefault": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            appId: string;
                            content: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            isDefault: boolean;
                            /** @enum {string} */
                            kind: "SYSTEM" | "PRE_MESSAGE" | "POST_MESSAGE" | "TOOL_DESCRIPTION";
                            name: string;
                            /** Format: date-time */
                            updatedAt: string;
                            variables: {
                                [key: string]: string;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postAppsByAppIdPrompts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "kind": "SYSTEM",
                 *       "content": "Example text",
                 *       "variables": {},
                 *       "isDefault": false
                 *     }
                 */
                "application/json": {
                    content: string;
                    /** @default false */
                    isDefault?: boolean;
                    /** @enum {string} */
                    kind: "SYSTEM" | "PRE_MESSAGE" | "POST_MESSAGE" | "TOOL_DESCRIPTION";
                    name: string;
                    /** @default {} */
                    variables?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Add a prompt profile */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "name": "Front desk",
                     *       "kind": "SYSTEM",
                     *       "content": "Example text",
                     *       "variables": {},
                     *       "isDefault": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        appId: string;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        isDefault: boolean;
                        /** @enum {string} */
                        kind: "SYSTEM" | "PRE_MESSAGE" | "POST_MESSAGE" | "TOOL_DESCRIPTION";
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                        variables: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
    };
    deleteAppsByAppIdPromptsByPromptId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
                /** @example 0190a3f0-7c3a-7000-8000-000058ed0c4c */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a prompt profile */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchAppsByAppIdPromptsByPromptId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
                /** @example 0190a3f0-7c3a-7000-8000-000058ed0c4c */
                promptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "kind": "SYSTEM",
                 *       "content": "Example text",
                 *       "variables": {},
                 *       "isDefault": true
                 *     }
                 */
                "application/json": {
                    content?: string;
                    isDefault?: boolean;
                    /** @enum {string} */
                    kind?: "SYSTEM" | "PRE_MESSAGE" | "POST_MESSAGE" | "TOOL_DESCRIPTION";
                    name?: string;
                    variables?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Change a prompt profile */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "name": "Front desk",
                     *       "kind": "SYSTEM",
                     *       "content": "Example text",
                     *       "variables": {},
                     *       "isDefault": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        appId: string;
                        content: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        isDefault: boolean;
                        /** @enum {string} */
                        kind: "SYSTEM" | "PRE_MESSAGE" | "POST_MESSAGE" | "TOOL_DESCRIPTION";
                        name: string;
                        /** Format: date-time */
                        updatedAt: string;
                        variables: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
    };
    getAppsByAppIdPromptsPreview: {
        parameters: {
            query?: {
                /** @example es-ES */
                locale?: string;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Show what the agent of an app is told now, and how visitors are greeted */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "locale": "Example text",
                     *       "source": "profile",
                     *       "instructions": "Example text",
                     *       "instructionTokens": 1,
                     *       "welcomeMessage": "Example text",
                     *       "tools": [
                     *         {
                     *           "name": "Front desk",
                     *           "description": "Example text",
                     *           "isRedescribed": true
                     *         }
                     *       ],
                     *       "describedInVain": [
                     *         "Example text"
                     *       ],
                     *       "settings": {
                     *         "provider": "Example text",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        describedInVain: string[];
                        instructions: string;
                        instructionTokens: number;
                        locale: string;
                        settings: {
                            maxTokens: number;
                            model: string | null;
                            provider: string | null;
                            temperature: number;
                        };
                        /** @enum {string} */
                        source: "profile" | "agent" | "generated";
                        tools: {
                            description: string;
                            isRedescribed: boolean;
                            name: string;
                        }[];
                        welcomeMessage: string;
                    };
                };
            };
        };
    };
    postAppsByAppIdRotateIdentitySecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Replace the secret that signs who a visitor is; tokens signed with the old one are refused at once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "identitySecret": "Example text"
                     *     }
                     */
                    "application/json": {
                        identitySecret: string;
                    };
                };
            };
        };
    };
    postAppsByAppIdRotateKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Replace an app's API key; the old one stops working at once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiKey": "Example text"
                     *     }
                     */
                    "application/json": {
                        apiKey: string;
                    };
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @example conversation.read */
                action?: string;
                /** @example Example text */
                actorId?: string;
                /** @example person */
                actorKind?: "person" | "api-key" | "visitor" | "agent" | "system" | "job";
                /** @example Example text */
                cursor?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                from?: string;
                /** @example 25 */
                limit?: number;
                /** @example ok */
                outcome?: "ok" | "refused" | "failed";
                /** @example 0190a3f0-7c3a-7000-8000-000003b3a8c9 */
                subjectId?: string;
                /** @example conversation */
                subjectKind?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                to?: string;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what was done, the latest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "Example text"
                     *           },
                     *           "action": "Example text",
                     *           "subject": {
                     *             "kind": "Example text",
                     *             "id": "Example text"
                     *           },
                     *           "subjectIds": [
                     *             "Example text"
                     *           ],
                     *           "outcome": "ok",
                     *           "source": {
                     *             "channel": "Example text",
                     *             "ip": "Example text",
                     *             "userAgent": "Example text",
                     *             "requestId": "Example text"
                     *           },
                     *           "facts": {},
                     *           "chainSeq": 1,
                     *           "hash": "Example text"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            action: string;
                            actor: {
                                id: string | null;
                                /** @enum {string} */
                                kind: "person" | "api-key" | "visitor" | "agent" | "system" | "job";
                            };
                            chainSeq: number | null;
                            /** Format: date-time */
                            createdAt: string;
                            facts: {
                                [key: string]: unknown;
                            };
                            hash: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            outcome: "ok" | "refused" | "failed";
                            source: {
                                channel: string;
                                ip: string | null;
                                requestId: string | null;
                                userAgent: string | null;
                            };
                            subject: {
                                id: string | null;
                                kind: string;
                            };
                            subjectIds: string[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                /** @example conversation.read */
                action?: string;
                /** @example Example text */
                actorId?: string;
                /** @example person */
                actorKind?: "person" | "api-key" | "visitor" | "agent" | "system" | "job";
                /** @example csv */
                format?: "csv" | "jsonl";
                /** @example 2026-03-02T09:00:00.000Z */
                from?: string;
                /** @example ok */
                outcome?: "ok" | "refused" | "failed";
                /** @example 0190a3f0-7c3a-7000-8000-000003b3a8c9 */
                subjectId?: string;
                /** @example conversation */
                subjectKind?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                to?: string;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, a line each; `application/x-ndjson` for `format=jsonl` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    getAuditInstallation: {
        parameters: {
            query?: {
                /** @example conversation.read */
                action?: string;
                /** @example Example text */
                actorId?: string;
                /** @example person */
                actorKind?: "person" | "api-key" | "visitor" | "agent" | "system" | "job";
                /** @example Example text */
                cursor?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                from?: string;
                /** @example 25 */
                limit?: number;
                /** @example ok */
                outcome?: "ok" | "refused" | "failed";
                /** @example 0190a3f0-7c3a-7000-8000-000003b3a8c9 */
                subjectId?: string;
                /** @example conversation */
                subjectKind?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what belongs to no tenant: sign-ins, and what is done with the installation */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "Example text"
                     *           },
                     *           "action": "Example text",
                     *           "subject": {
                     *             "kind": "Example text",
                     *             "id": "Example text"
                     *           },
                     *           "subjectIds": [
                     *             "Example text"
                     *           ],
                     *           "outcome": "ok",
                     *           "source": {
                     *             "channel": "Example text",
                     *             "ip": "Example text",
                     *             "userAgent": "Example text",
                     *             "requestId": "Example text"
                     *           },
                     *           "facts": {},
                     *           "chainSeq": 1,
                     *           "hash": "Example text"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            action: string;
                            actor: {
                                id: string | null;
                                /** @enum {string} */
                                kind: "person" | "api-key" | "visitor" | "agent" | "system" | "job";
                            };
                            chainSeq: number | null;
                            /** Format: date-time */
                            createdAt: string;
                            facts: {
                                [key: string]: unknown;
                            };
                            hash: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            outcome: "ok" | "refused" | "failed";
                            source: {
                                channel: string;
                                ip: string | null;
                                requestId: string | null;
                                userAgent: string | null;
                            };
                            subject: {
                                id: string | null;
                                kind: string;
                            };
                            subjectIds: string[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getAuditInstallationExport: {
        parameters: {
            query?: {
                /** @example conversation.read */
                action?: string;
                /** @example Example text */
                actorId?: string;
                /** @example person */
                actorKind?: "person" | "api-key" | "visitor" | "agent" | "system" | "job";
                /** @example csv */
                format?: "csv" | "jsonl";
                /** @example 2026-03-02T09:00:00.000Z */
                from?: string;
                /** @example ok */
                outcome?: "ok" | "refused" | "failed";
                /** @example 0190a3f0-7c3a-7000-8000-000003b3a8c9 */
                subjectId?: string;
                /** @example conversation */
                subjectKind?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, a line each; `application/x-ndjson` for `format=jsonl` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    postAuthChangePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "a long enough password",
                 *       "newPassword": "another long password"
                 *     }
                 */
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Choose a new password; every other sign-in ends */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthForgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com"
                 *     }
                 */
                "application/json": {
                    /** @example ana@example.com */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Ask for a mail with which a forgotten password can be replaced */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "password": "a long enough password",
                 *       "code": "Example text"
                 *     }
                 */
                "application/json": {
                    code?: string;
                    /** @example ana@example.com */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Sign in with a password, and a code where a second factor is on */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "Example text",
                     *       "refreshToken": "Example text",
                     *       "expiresIn": 1,
                     *       "user": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "email": "ana@example.com",
                     *         "name": "Front desk",
                     *         "isPlatformAdmin": true,
                     *         "isEmailVerified": true,
                     *         "hasSecondFactor": true,
                     *         "tenants": [
                     *           {
                     *             "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *             "name": "Front desk",
                     *             "slug": "Example text",
                     *             "role": "owner"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                        refreshToken?: string;
                        user: {
                            email: string;
                            hasSecondFactor: boolean;
                            /** Format: uuid */
                            id: string;
                            isEmailVerified: boolean;
                            isPlatformAdmin: boolean;
                            name: string;
                            tenants: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                                slug: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out: the tokens of this sign-in stop working at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read who is signed in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "email": "ana@example.com",
                     *       "name": "Front desk",
                     *       "isPlatformAdmin": true,
                     *       "isEmailVerified": true,
                     *       "hasSecondFactor": true,
                     *       "tenants": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "slug": "Example text",
                     *           "role": "owner"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        email: string;
                        hasSecondFactor: boolean;
                        /** Format: uuid */
                        id: string;
                        isEmailVerified: boolean;
                        isPlatformAdmin: boolean;
                        name: string;
                        tenants: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "agent" | "viewer";
                            slug: string;
                        }[];
                    };
                };
            };
        };
    };
    getAuthOidcByProviderIdStart: {
        parameters: {
            query?: {
                /** @example / */
                returnTo?: string;
            };
            header?: never;
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000a12cd3a8 */
                providerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send the browser to an identity provider */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAuthOidcCallback: {
        parameters: {
            query?: {
                /** @example Example text */
                code?: string;
                /** @example Example text */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where identity providers send browsers back to */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthOidcExchange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "Example text",
                 *       "secondFactorCode": "Example text"
                 *     }
                 */
                "application/json": {
                    code: string;
                    secondFactorCode?: string;
                };
            };
        };
        responses: {
            /** @description Sign in with the code from the fragment; it works once, for a minute, in the browser that began */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "Example text",
                     *       "refreshToken": "Example text",
                     *       "expiresIn": 1,
                     *       "user": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "email": "ana@example.com",
                     *         "name": "Front desk",
                     *         "isPlatformAdmin": true,
                     *         "isEmailVerified": true,
                     *         "hasSecondFactor": true,
                     *         "tenants": [
                     *           {
                     *             "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *             "name": "Front desk",
                     *             "slug": "Example text",
                     *             "role": "owner"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                        refreshToken?: string;
                        user: {
                            email: string;
                            hasSecondFactor: boolean;
                            /** Format: uuid */
                            id: string;
                            isEmailVerified: boolean;
                            isPlatformAdmin: boolean;
                            name: string;
                            tenants: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                                slug: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    getAuthOidcProviders: {
        parameters: {
            query: {
                /** @example sunrise-clinic */
                tenant: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the identity providers through which members of a tenant may sign in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    postAuthOtpSend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com"
                 *     }
                 */
                "application/json": {
                    /** @example ana@example.com */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Send a sign-in code to an e-mail address */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresIn": 1
                     *     }
                     */
                    "application/json": {
                        expiresIn: number;
                    };
                };
            };
        };
    };
    postAuthOtpVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "code": "Example text",
                 *       "secondFactorCode": "Example text"
                 *     }
                 */
                "application/json": {
                    code: string;
                    /** @example ana@example.com */
                    email: string;
                    secondFactorCode?: string;
                };
            };
        };
        responses: {
            /** @description Sign in with the code that came by mail */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "Example text",
                     *       "refreshToken": "Example text",
                     *       "expiresIn": 1,
                     *       "user": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "email": "ana@example.com",
                     *         "name": "Front desk",
                     *         "isPlatformAdmin": true,
                     *         "isEmailVerified": true,
                     *         "hasSecondFactor": true,
                     *         "tenants": [
                     *           {
                     *             "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *             "name": "Front desk",
                     *             "slug": "Example text",
                     *             "role": "owner"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                        refreshToken?: string;
                        user: {
                            email: string;
                            hasSecondFactor: boolean;
                            /** Format: uuid */
                            id: string;
                            isEmailVerified: boolean;
                            isPlatformAdmin: boolean;
                            name: string;
                            tenants: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                                slug: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    postAuthRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "Example text"
                 *     }
                 */
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description Exchange a refresh token for a new pair of tokens */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "Example text",
                     *       "refreshToken": "Example text",
                     *       "expiresIn": 1
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                        refreshToken?: string;
                    };
                };
            };
        };
    };
    postAuthRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "name": "Front desk",
                 *       "password": "a long enough password",
                 *       "locale": "es-ES"
                 *     }
                 */
                "application/json": {
                    /** @example ana@example.com */
                    email: string;
                    /** @example es-ES */
                    locale?: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Register, where the installation is open to anybody */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresIn": 1
                     *     }
                     */
                    "application/json": {
                        expiresIn: number;
                    };
                };
            };
        };
    };
    postAuthResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Example text",
                 *       "newPassword": "another long password"
                 *     }
                 */
                "application/json": {
                    newPassword: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Choose a new password with the token of the mail; every sign-in ends */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the devices on which you are signed in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "userAgent": "Example text",
                     *           "ipAddress": "Example text",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "lastUsedAt": "2026-03-02T09:00:00.000Z",
                     *           "expiresAt": "2026-03-02T09:00:00.000Z",
                     *           "isCurrent": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            ipAddress: string | null;
                            isCurrent: boolean;
                            /** Format: date-time */
                            lastUsedAt: string;
                            userAgent: string | null;
                        }[];
                    };
                };
            };
        };
    };
    deleteAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out all of your other devices, at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteAuthSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000018842350 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out one of your devices, at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "Example text"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Switch the authenticator app on with a code of it; the recovery codes are shown once */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "Example text"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    postAuthTotpDisable: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password",
                 *       "code": "Example text"
                 *     }
                 */
                "application/json": {
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Switch the authenticator app off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAuthTotpEnable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long enough password"
                 *     }
                 */
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Begin to set up an authenticator app */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "Example text",
                     *       "otpauthUrl": "Example text"
                     *     }
                     */
                    "application/json": {
                        otpauthUrl: string;
                        secret: string;
                    };
                };
            };
        };
    };
    postAuthVerifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "code": "Example text"
                 *     }
                 */
                "application/json": {
                    code: string;
                    /** @example ana@example.com */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Finish a registration with the code that came by mail; this signs in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "Example text",
                     *       "refreshToken": "Example text",
                     *       "expiresIn": 1,
                     *       "user": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "email": "ana@example.com",
                     *         "name": "Front desk",
                     *         "isPlatformAdmin": true,
                     *         "isEmailVerified": true,
                     *         "hasSecondFactor": true,
                     *         "tenants": [
                     *           {
                     *             "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *             "name": "Front desk",
                     *             "slug": "Example text",
                     *             "role": "owner"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                        refreshToken?: string;
                        user: {
                            email: string;
                            hasSecondFactor: boolean;
                            /** Format: uuid */
                            id: string;
                            isEmailVerified: boolean;
                            isPlatformAdmin: boolean;
                            name: string;
                            tenants: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                                slug: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    getConversations: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId?: string;
                /** @example 0190a3f0-7c3a-7000-8000-0000dbc87e2f */
                contactId?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdAfter?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdBefore?: string;
                /** @example Example text */
                cursor?: string;
                /** @example agent */
                holder?: "agent" | "person" | "workflow" | "nobody";
                /** @example 25 */
                limit?: number;
                /** @example open */
                status?: "open" | "pending" | "snoozed" | "resolved";
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List conversations, the latest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *           "channel": "Example text",
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *           "status": "open",
                     *           "holder": "agent",
                     *           "language": "Example text",
                     *           "lastSeq": 1,
                     *           "lastMessageAt": "2026-03-02T09:00:00.000Z",
                     *           "endedAt": "2026-03-02T09:00:00.000Z",
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            agentId: string;
                            appId: string | null;
                            channel: string;
                            /** Format: uuid */
                            contactId: string;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            /** @enum {string} */
                            holder: "agent" | "person" | "workflow" | "nobody";
                            /** Format: uuid */
                            id: string;
                            language: string;
                            lastMessageAt: string | null;
                            lastSeq: number;
                            /** @enum {string} */
                            status: "open" | "pending" | "snoozed" | "resolved";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getConversationsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Show one conversation */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "channel": "Example text",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "status": "open",
                     *       "holder": "agent",
                     *       "language": "Example text",
                     *       "lastSeq": 1,
                     *       "lastMessageAt": "2026-03-02T09:00:00.000Z",
                     *       "endedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "contact": {
                     *         "name": "Front desk",
                     *         "identifiers": [
                     *           {
                     *             "kind": "external",
                     *             "value": "Example text"
                     *           }
                     *         ],
                     *         "stated": {
                     *           "name": "Front desk",
                     *           "email": "ana@example.com",
                     *           "phone": "+34 910 000 000",
                     *           "answers": {},
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "visitor": {
                     *         "pageUrl": "Example text",
                     *         "referrer": "Example text",
                     *         "deviceClass": "desktop",
                     *         "browser": "Example text",
                     *         "locale": "Example text",
                     *         "lastSeenAt": "2026-03-02T09:00:00.000Z",
                     *         "sessionStartedAt": "2026-03-02T09:00:00.000Z",
                     *         "satisfaction": {
                     *           "rating": 1,
                     *           "comment": "Example text"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        appId: string | null;
                        channel: string;
                        contact: {
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "visitor" | "email" | "phone";
                                value: string;
                            }[];
                            name: string | null;
                            stated: {
                                answers?: {
                                    [key: string]: string;
                                };
                                attributes?: {
                                    [key: string]: string | number | boolean;
                                };
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                        };
                        /** Format: uuid */
                        contactId: string;
                        /** Format: date-time */
                        createdAt: string;
                        endedAt: string | null;
                        /** @enum {string} */
                        holder: "agent" | "person" | "workflow" | "nobody";
                        /** Format: uuid */
                        id: string;
                        language: string;
                        lastMessageAt: string | null;
                        lastSeq: number;
                        /** @enum {string} */
                        status: "open" | "pending" | "snoozed" | "resolved";
                        visitor: {
                            browser: string | null;
                            deviceClass: ("desktop" | "mobile" | "tablet") | null;
                            /** Format: date-time */
                            lastSeenAt: string;
                            locale: string;
                            pageUrl: string | null;
                            referrer: string | null;
                            satisfaction: {
                                comment: string | null;
                                rating: number;
                            } | null;
                            /** Format: date-time */
                            sessionStartedAt: string;
                        } | null;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConversationsByIdHandoff: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "nobody"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    to: "nobody" | "agent";
                };
            };
        };
        responses: {
            /** @description Take a conversation from the agent, or give it back */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "channel": "Example text",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "status": "open",
                     *       "holder": "agent",
                     *       "language": "Example text",
                     *       "lastSeq": 1,
                     *       "lastMessageAt": "2026-03-02T09:00:00.000Z",
                     *       "endedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "contact": {
                     *         "name": "Front desk",
                     *         "identifiers": [
                     *           {
                     *             "kind": "external",
                     *             "value": "Example text"
                     *           }
                     *         ],
                     *         "stated": {
                     *           "name": "Front desk",
                     *           "email": "ana@example.com",
                     *           "phone": "+34 910 000 000",
                     *           "answers": {},
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "visitor": {
                     *         "pageUrl": "Example text",
                     *         "referrer": "Example text",
                     *         "deviceClass": "desktop",
                     *         "browser": "Example text",
                     *         "locale": "Example text",
                     *         "lastSeenAt": "2026-03-02T09:00:00.000Z",
                     *         "sessionStartedAt": "2026-03-02T09:00:00.000Z",
                     *         "satisfaction": {
                     *           "rating": 1,
                     *           "comment": "Example text"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        appId: string | null;
                        channel: string;
                        contact: {
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "visitor" | "email" | "phone";
                                value: string;
                            }[];
                            name: string | null;
                            stated: {
                                answers?: {
                                    [key: string]: string;
                                };
                                attributes?: {
                                    [key: string]: string | number | boolean;
                                };
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                        };
                        /** Format: uuid */
                        contactId: string;
                        /** Format: date-time */
                        createdAt: string;
                        endedAt: string | null;
                        /** @enum {string} */
                        holder: "agent" | "person" | "workflow" | "nobody";
                        /** Format: uuid */
                        id: string;
                        language: string;
                        lastMessageAt: string | null;
                        lastSeq: number;
                        /** @enum {string} */
                        status: "open" | "pending" | "snoozed" | "resolved";
                        visitor: {
                            browser: string | null;
                            deviceClass: ("desktop" | "mobile" | "tablet") | null;
                            /** Format: date-time */
                            lastSeenAt: string;
                            locale: string;
                            pageUrl: string | null;
                            referrer: string | null;
                            satisfaction: {
                                comment: string | null;
                                rating: number;
                            } | null;
                            /** Format: date-time */
                            sessionStartedAt: string;
                        } | null;
                    };
                };
            };
        };
    };
    getConversationsByIdMessages: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the messages of a conversation, the oldest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *           "seq": 1,
                     *           "direction": "inbound",
                     *           "role": "user",
                     *           "content": "Example text",
                     *           "authorName": "Example text",
                     *           "attachments": [
                     *             {
                     *               "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8",
                     *               "name": "Front desk",
                     *               "contentType": "Example text",
                     *               "size": 1,
                     *               "url": "Example text"
                     *             }
                     *           ],
                     *           "status": "queued",
                     *           "turnId": "0190a3f0-7c3a-7000-8000-0000017e99ba",
                     *           "finishReason": "Example text",
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            attachments: {
                                contentType: string;
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                size: number;
                                url: string;
                            }[];
                            authorName: string | null;
                            content: string;
                            /** Format: uuid */
                            conversationId: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            direction: "inbound" | "outbound";
                            finishReason: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "user" | "assistant" | "agent" | "system";
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "sent" | "delivered" | "read" | "failed";
                            turnId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postConversationsByIdRead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seq": 1
                 *     }
                 */
                "application/json": {
                    seq: number;
                };
            };
        };
        responses: {
            /** @description Say how far the team has read */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConversationsByIdResolve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a conversation */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "channel": "Example text",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "status": "open",
                     *       "holder": "agent",
                     *       "language": "Example text",
                     *       "lastSeq": 1,
                     *       "lastMessageAt": "2026-03-02T09:00:00.000Z",
                     *       "endedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "contact": {
                     *         "name": "Front desk",
                     *         "identifiers": [
                     *           {
                     *             "kind": "external",
                     *             "value": "Example text"
                     *           }
                     *         ],
                     *         "stated": {
                     *           "name": "Front desk",
                     *           "email": "ana@example.com",
                     *           "phone": "+34 910 000 000",
                     *           "answers": {},
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "visitor": {
                     *         "pageUrl": "Example text",
                     *         "referrer": "Example text",
                     *         "deviceClass": "desktop",
                     *         "browser": "Example text",
                     *         "locale": "Example text",
                     *         "lastSeenAt": "2026-03-02T09:00:00.000Z",
                     *         "sessionStartedAt": "2026-03-02T09:00:00.000Z",
                     *         "satisfaction": {
                     *           "rating": 1,
                     *           "comment": "Example text"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        appId: string | null;
                        channel: string;
                        contact: {
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "visitor" | "email" | "phone";
                                value: string;
                            }[];
                            name: string | null;
                            stated: {
                                answers?: {
                                    [key: string]: string;
                                };
                                attributes?: {
                                    [key: string]: string | number | boolean;
                                };
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                        };
                        /** Format: uuid */
                        contactId: string;
                        /** Format: date-time */
                        createdAt: string;
                        endedAt: string | null;
                        /** @enum {string} */
                        holder: "agent" | "person" | "workflow" | "nobody";
                        /** Format: uuid */
                        id: string;
                        language: string;
                        lastMessageAt: string | null;
                        lastSeq: number;
                        /** @enum {string} */
                        status: "open" | "pending" | "snoozed" | "resolved";
                        visitor: {
                            browser: string | null;
                            deviceClass: ("desktop" | "mobile" | "tablet") | null;
                            /** Format: date-time */
                            lastSeenAt: string;
                            locale: string;
                            pageUrl: string | null;
                            referrer: string | null;
                            satisfaction: {
                                comment: string | null;
                                rating: number;
                            } | null;
                            /** Format: date-time */
                            sessionStartedAt: string;
                        } | null;
                    };
                };
            };
        };
    };
    postConversationsByIdTakeover: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a conversation over, to answer in it yourself */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "channel": "Example text",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "status": "open",
                     *       "holder": "agent",
                     *       "language": "Example text",
                     *       "lastSeq": 1,
                     *       "lastMessageAt": "2026-03-02T09:00:00.000Z",
                     *       "endedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "contact": {
                     *         "name": "Front desk",
                     *         "identifiers": [
                     *           {
                     *             "kind": "external",
                     *             "value": "Example text"
                     *           }
                     *         ],
                     *         "stated": {
                     *           "name": "Front desk",
                     *           "email": "ana@example.com",
                     *           "phone": "+34 910 000 000",
                     *           "answers": {},
                     *           "attributes": {}
                     *         }
                     *       },
                     *       "visitor": {
                     *         "pageUrl": "Example text",
                     *         "referrer": "Example text",
                     *         "deviceClass": "desktop",
                     *         "browser": "Example text",
                     *         "locale": "Example text",
                     *         "lastSeenAt": "2026-03-02T09:00:00.000Z",
                     *         "sessionStartedAt": "2026-03-02T09:00:00.000Z",
                     *         "satisfaction": {
                     *           "rating": 1,
                     *           "comment": "Example text"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        agentId: string;
                        appId: string | null;
                        channel: string;
                        contact: {
                            identifiers: {
                                /** @enum {string} */
                                kind: "external" | "visitor" | "email" | "phone";
                                value: string;
                            }[];
                            name: string | null;
                            stated: {
                                answers?: {
                                    [key: string]: string;
                                };
                                attributes?: {
                                    [key: string]: string | number | boolean;
                                };
                                email?: string;
                                name?: string;
                                phone?: string;
                            };
                        };
                        /** Format: uuid */
                        contactId: string;
                        /** Format: date-time */
                        createdAt: string;
                        endedAt: string | null;
                        /** @enum {string} */
                        holder: "agent" | "person" | "workflow" | "nobody";
                        /** Format: uuid */
                        id: string;
                        language: string;
                        lastMessageAt: string | null;
                        lastSeq: number;
                        /** @enum {string} */
                        status: "open" | "pending" | "snoozed" | "resolved";
                        visitor: {
                            browser: string | null;
                            deviceClass: ("desktop" | "mobile" | "tablet") | null;
                            /** Format: date-time */
                            lastSeenAt: string;
                            locale: string;
                            pageUrl: string | null;
                            referrer: string | null;
                            satisfaction: {
                                comment: string | null;
                                rating: number;
                            } | null;
                            /** Format: date-time */
                            sessionStartedAt: string;
                        } | null;
                    };
                };
            };
        };
    };
    getConversationsByIdTurns: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Show how the agent came to its answers */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "status": "waiting",
                     *           "fromSeq": 1,
                     *           "toSeq": 1,
                     *           "supersededBy": "0190a3f0-7c3a-7000-8000-0000bb8ec2f6",
                     *           "failures": 1,
                     *           "errorCode": "Example text",
                     *           "toolCalls": [
                     *             {
                     *               "step": 1,
                     *               "ordinal": 1,
                     *               "name": "Front desk",
                     *               "arguments": "Example text",
                     *               "state": "requested",
                     *               "result": "Example text"
                     *             }
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "finishedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            errorCode: string | null;
                            failures: number;
                            finishedAt: string | null;
                            fromSeq: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            status: "waiting" | "running" | "done" | "superseded" | "failed" | "cancelled";
                            supersededBy: string | null;
                            toolCalls: {
                                arguments: string;
                                name: string;
                                ordinal: number;
                                result: string | null;
                                /** @enum {string} */
                                state: "requested" | "started" | "succeeded" | "refused" | "outcome_unknown" | "not-run";
                                step: number;
                            }[];
                            toSeq: number;
                        }[];
                    };
                };
            };
        };
    };
    postConversationsByIdTyping: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": true
                 *     }
                 */
                "application/json": {
                    state: boolean;
                };
            };
        };
        responses: {
            /** @description Show the visitor that somebody of the team is typing, or is not any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getEscalationPolicies: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the escalation policies, the oldest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "isDefault": true,
                     *           "triggers": [
                     *             "emergency-words"
                     *           ],
                     *           "steps": [
                     *             {
                     *               "notify": [
                     *                 {
                     *                   "kind": "role",
                     *                   "role": "owner"
                     *                 }
                     *               ],
                     *               "channel": "email",
                     *               "afterMinutes": 0,
                     *               "repeat": {
                     *                 "everyMinutes": 1,
                     *                 "times": 1
                     *               },
                     *               "quietHours": {
                     *                 "from": "22:00",
                     *                 "to": "07:00",
                     *                 "whenDue": "wait",
                     *                 "evenEmergencies": false
                     *               }
                     *             }
                     *           ],
                     *           "agentBehaviour": "silent",
                     *           "reassureEveryMinutes": 1,
                     *           "exhaustedAfterMinutes": 1,
                     *           "version": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            agentBehaviour: "silent" | "reassure" | "continue";
                            createdAt: string | null;
                            exhaustedAfterMinutes: number;
                            id: string | null;
                            isDefault: boolean;
                            name: string;
                            reassureEveryMinutes: number;
                            steps: {
                                /** @default 0 */
                                afterMinutes: number;
                                /**
                                 * @default email
                                 * @enum {string}
                                 */
                                channel: "email" | "sms" | "call";
                                notify: ({
                                    /** @constant */
                                    kind: "role";
                                    /** @enum {string} */
                                    role: "owner" | "admin" | "agent" | "viewer";
                                } | {
                                    /** @constant */
                                    kind: "member";
                                    /** Format: uuid */
                                    personId: string;
                                } | {
                                    /** @example ana@example.com */
                                    address: string;
                                    /** @constant */
                                    kind: "email";
                                })[];
                                /** @default null */
                                quietHours: {
                                    /** @default false */
                                    evenEmergencies: boolean;
                                    /** @example 22:00 */
                                    from: string;
                                    /** @example 07:00 */
                                    to: string;
                                    /** @enum {string} */
                                    whenDue: "wait" | "skip";
                                } | null;
                                /** @default null */
                                repeat: {
                                    everyMinutes: number;
                                    times: number;
                                } | null;
                            }[];
                            triggers: ("emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override")[];
                            updatedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postEscalationPolicies: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "isDefault": false,
                 *       "triggers": [
                 *         "emergency-words"
                 *       ],
                 *       "steps": [
                 *         {
                 *           "notify": [
                 *             {
                 *               "kind": "role",
                 *               "role": "owner"
                 *             }
                 *           ],
                 *           "channel": "email",
                 *           "afterMinutes": 0,
                 *           "repeat": {
                 *             "everyMinutes": 1,
                 *             "times": 1
                 *           },
                 *           "quietHours": {
                 *             "from": "22:00",
                 *             "to": "07:00",
                 *             "whenDue": "wait",
                 *             "evenEmergencies": false
                 *           }
                 *         }
                 *       ],
                 *       "agentBehaviour": "silent",
                 *       "reassureEveryMinutes": 5,
                 *       "exhaustedAfterMinutes": 15
                 *     }
                 */
                "application/json": {
                    /**
                     * @default reassure
                     * @enum {string}
                     */
                    agentBehaviour?: "silent" | "reassure" | "continue";
                    /** @default 15 */
                    exhaustedAfterMinutes?: number;
                    /** @default false */
                    isDefault?: boolean;
                    name: string;
                    /** @default 5 */
                    reassureEveryMinutes?: number;
                    steps: {
                        /** @default 0 */
                        afterMinutes?: number;
                        /**
                         * @default email
                         * @enum {string}
                         */
                        channel?: "email" | "sms" | "call";
                        notify: ({
                            /** @constant */
                            kind: "role";
                            /** @enum {string} */
                            role: "owner" | "admin" | "agent" | "viewer";
                        } | {
                            /** @constant */
                            kind: "member";
                            /** Format: uuid */
                            personId: string;
                        } | {
                            /** @example ana@example.com */
                            address: string;
                            /** @constant */
                            kind: "email";
                        })[];
                        /** @default null */
                        quietHours?: {
                            /** @default false */
                            evenEmergencies?: boolean;
                            /** @example 22:00 */
                            from: string;
                            /** @example 07:00 */
                            to: string;
                            /** @enum {string} */
                            whenDue: "wait" | "skip";
                        } | null;
                        /** @default null */
                        repeat?: {
                            everyMinutes: number;
                            times: number;
                        } | null;
                    }[];
                    /** @default [] */
                    triggers?: ("emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override")[];
                };
            };
        };
        responses: {
            /** @description Add an escalation policy */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "isDefault": true,
                     *       "triggers": [
                     *         "emergency-words"
                     *       ],
                     *       "steps": [
                     *         {
                     *           "notify": [
                     *             {
                     *               "kind": "role",
                     *               "role": "owner"
                     *             }
                     *           ],
                     *           "channel": "email",
                     *           "afterMinutes": 0,
                     *           "repeat": {
                     *             "everyMinutes": 1,
                     *             "times": 1
                     *           },
                     *           "quietHours": {
                     *             "from": "22:00",
                     *             "to": "07:00",
                     *             "whenDue": "wait",
                     *             "evenEmergencies": false
                     *           }
                     *         }
                     *       ],
                     *       "agentBehaviour": "silent",
                     *       "reassureEveryMinutes": 1,
                     *       "exhaustedAfterMinutes": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        agentBehaviour: "silent" | "reassure" | "continue";
                        createdAt: string | null;
                        exhaustedAfterMinutes: number;
                        id: string | null;
                        isDefault: boolean;
                        name: string;
                        reassureEveryMinutes: number;
                        steps: {
                            /** @default 0 */
                            afterMinutes: number;
                            /**
                             * @default email
                             * @enum {string}
                             */
                            channel: "email" | "sms" | "call";
                            notify: ({
                                /** @constant */
                                kind: "role";
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                            } | {
                                /** @constant */
                                kind: "member";
                                /** Format: uuid */
                                personId: string;
                            } | {
                                /** @example ana@example.com */
                                address: string;
                                /** @constant */
                                kind: "email";
                            })[];
                            /** @default null */
                            quietHours: {
                                /** @default false */
                                evenEmergencies: boolean;
                                /** @example 22:00 */
                                from: string;
                                /** @example 07:00 */
                                to: string;
                                /** @enum {string} */
                                whenDue: "wait" | "skip";
                            } | null;
                            /** @default null */
                            repeat: {
                                everyMinutes: number;
                                times: number;
                            } | null;
                        }[];
                        triggers: ("emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override")[];
                        updatedAt: string | null;
                        version: number;
                    };
                };
            };
        };
    };
    getEscalationPoliciesByPolicyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000b4dd9c99 */
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an escalation policy */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "isDefault": true,
                     *       "triggers": [
                     *         "emergency-words"
                     *       ],
                     *       "steps": [
                     *         {
                     *           "notify": [
                     *             {
                     *               "kind": "role",
                     *               "role": "owner"
                     *             }
                     *           ],
                     *           "channel": "email",
                     *           "afterMinutes": 0,
                     *           "repeat": {
                     *             "everyMinutes": 1,
                     *             "times": 1
                     *           },
                     *           "quietHours": {
                     *             "from": "22:00",
                     *             "to": "07:00",
                     *             "whenDue": "wait",
                     *             "evenEmergencies": false
                     *           }
                     *         }
                     *       ],
                     *       "agentBehaviour": "silent",
                     *       "reassureEveryMinutes": 1,
                     *       "exhaustedAfterMinutes": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        agentBehaviour: "silent" | "reassure" | "continue";
                        createdAt: string | null;
                        exhaustedAfterMinutes: number;
                        id: string | null;
                        isDefault: boolean;
                        name: string;
                        reassureEveryMinutes: number;
                        steps: {
                            /** @default 0 */
                            afterMinutes: number;
                            /**
                             * @default email
                             * @enum {string}
                             */
                            channel: "email" | "sms" | "call";
                            notify: ({
                                /** @constant */
                                kind: "role";
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                            } | {
                                /** @constant */
                                kind: "member";
                                /** Format: uuid */
                                personId: string;
                            } | {
                                /** @example ana@example.com */
                                address: string;
                                /** @constant */
                                kind: "email";
                            })[];
                            /** @default null */
                            quietHours: {
                                /** @default false */
                                evenEmergencies: boolean;
                                /** @example 22:00 */
                                from: string;
                                /** @example 07:00 */
                                to: string;
                                /** @enum {string} */
                                whenDue: "wait" | "skip";
                            } | null;
                            /** @default null */
                            repeat: {
                                everyMinutes: number;
                                times: number;
                            } | null;
                        }[];
                        triggers: ("emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override")[];
                        updatedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteEscalationPoliciesByPolicyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000b4dd9c99 */
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an escalation policy */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchEscalationPoliciesByPolicyId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000b4dd9c99 */
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "isDefault": true,
                 *       "triggers": [
                 *         "emergency-words"
                 *       ],
                 *       "steps": [
                 *         {
                 *           "notify": [
                 *             {
                 *               "kind": "role",
                 *               "role": "owner"
                 *             }
                 *           ],
                 *           "channel": "email",
                 *           "afterMinutes": 0,
                 *           "repeat": {
                 *             "everyMinutes": 1,
                 *             "times": 1
                 *           },
                 *           "quietHours": {
                 *             "from": "22:00",
                 *             "to": "07:00",
                 *             "whenDue": "wait",
                 *             "evenEmergencies": false
                 *           }
                 *         }
                 *       ],
                 *       "agentBehaviour": "silent",
                 *       "reassureEveryMinutes": 1,
                 *       "exhaustedAfterMinutes": 1
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    agentBehaviour?: "silent" | "reassure" | "continue";
                    exhaustedAfterMinutes?: number;
                    isDefault?: boolean;
                    name?: string;
                    reassureEveryMinutes?: number;
                    steps?: {
                        /** @default 0 */
                        afterMinutes?: number;
                        /**
                         * @default email
                         * @enum {string}
                         */
                        channel?: "email" | "sms" | "call";
                        notify: ({
                            /** @constant */
                            kind: "role";
                            /** @enum {string} */
                            role: "owner" | "admin" | "agent" | "viewer";
                        } | {
                            /** @constant */
                            kind: "member";
                            /** Format: uuid */
                            personId: string;
                        } | {
                            /** @example ana@example.com */
                            address: string;
                            /** @constant */
                            kind: "email";
                        })[];
                        /** @default null */
                        quietHours?: {
                            /** @default false */
                            evenEmergencies?: boolean;
                            /** @example 22:00 */
                            from: string;
                            /** @example 07:00 */
                            to: string;
                            /** @enum {string} */
                            whenDue: "wait" | "skip";
                        } | null;
                        /** @default null */
                        repeat?: {
                            everyMinutes: number;
                            times: number;
                        } | null;
                    }[];
                    triggers?: ("emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override")[];
                };
            };
        };
        responses: {
            /** @description Change an escalation policy */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "isDefault": true,
                     *       "triggers": [
                     *         "emergency-words"
                     *       ],
                     *       "steps": [
                     *         {
                     *           "notify": [
                     *             {
                     *               "kind": "role",
                     *               "role": "owner"
                     *             }
                     *           ],
                     *           "channel": "email",
                     *           "afterMinutes": 0,
                     *           "repeat": {
                     *             "everyMinutes": 1,
                     *             "times": 1
                     *           },
                     *           "quietHours": {
                     *             "from": "22:00",
                     *             "to": "07:00",
                     *             "whenDue": "wait",
                     *             "evenEmergencies": false
                     *           }
                     *         }
                     *       ],
                     *       "agentBehaviour": "silent",
                     *       "reassureEveryMinutes": 1,
                     *       "exhaustedAfterMinutes": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        agentBehaviour: "silent" | "reassure" | "continue";
                        createdAt: string | null;
                        exhaustedAfterMinutes: number;
                        id: string | null;
                        isDefault: boolean;
                        name: string;
                        reassureEveryMinutes: number;
                        steps: {
                            /** @default 0 */
                            afterMinutes: number;
                            /**
                             * @default email
                             * @enum {string}
                             */
                            channel: "email" | "sms" | "call";
                            notify: ({
                                /** @constant */
                                kind: "role";
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                            } | {
                                /** @constant */
                                kind: "member";
                                /** Format: uuid */
                                personId: string;
                            } | {
                                /** @example ana@example.com */
                                address: string;
                                /** @constant */
                                kind: "email";
                            })[];
                            /** @default null */
                            quietHours: {
                                /** @default false */
                                evenEmergencies: boolean;
                                /** @example 22:00 */
                                from: string;
                                /** @example 07:00 */
                                to: string;
                                /** @enum {string} */
                                whenDue: "wait" | "skip";
                            } | null;
                            /** @default null */
                            repeat: {
                                everyMinutes: number;
                                times: number;
                            } | null;
                        }[];
                        triggers: ("emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override")[];
                        updatedAt: string | null;
                        version: number;
                    };
                };
            };
        };
    };
    getEscalations: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000ef76a6d0 */
                conversationId?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
                /** @example newest */
                order?: "newest" | "urgent";
                /** @example open */
                status?: "open" | "acknowledged" | "resolved";
                /** @example emergency */
                urgency?: "emergency" | "high" | "normal";
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List escalations, the newest or the most urgent first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *           "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *           "urgency": "emergency",
                     *           "trigger": "emergency-words",
                     *           "status": "open",
                     *           "policy": {
                     *             "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *             "name": "Front desk",
                     *             "version": 1
                     *           },
                     *           "run": 1,
                     *           "currentStep": 1,
                     *           "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *           "openedAt": "2026-03-02T09:00:00.000Z",
                     *           "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *           "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *           "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *           "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *           "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *           "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *           "reopenedCount": 1
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            acknowledgedAt: string | null;
                            acknowledgedBy: string | null;
                            /** Format: uuid */
                            contactId: string;
                            /** Format: uuid */
                            conversationId: string;
                            currentStep: number | null;
                            exhaustedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            nextStepAt: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string | null;
                            policy: {
                                id: string | null;
                                name: string;
                                version: number;
                            };
                            reopenedCount: number;
                            resolvedAt: string | null;
                            resolvedBy: string | null;
                            run: number;
                            /** @enum {string} */
                            status: "open" | "acknowledged" | "resolved";
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postEscalations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                 *       "urgency": "emergency",
                 *       "note": "Example text"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    conversationId: string;
                    note?: string;
                    /**
                     * @default high
                     * @enum {string}
                     */
                    urgency?: "emergency" | "high" | "normal";
                };
            };
        };
        responses: {
            /** @description Say that a conversation needs a person */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "urgency": "emergency",
                     *       "trigger": "emergency-words",
                     *       "status": "open",
                     *       "policy": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "name": "Front desk",
                     *         "version": 1
                     *       },
                     *       "run": 1,
                     *       "currentStep": 1,
                     *       "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *       "openedAt": "2026-03-02T09:00:00.000Z",
                     *       "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *       "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *       "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *       "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *       "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *       "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *       "reopenedCount": 1,
                     *       "evidence": [
                     *         {
                     *           "trigger": "emergency-words",
                     *           "urgency": "emergency",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "quote": "Example text",
                     *           "note": "Example text",
                     *           "ruleIds": [
                     *             "Example text"
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notifications": [
                     *         {
                     *           "run": 1,
                     *           "step": 1,
                     *           "repeat": 1,
                     *           "channel": "Example text",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "address": "Example text",
                     *           "status": "pending",
                     *           "sentAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        conversationId: string;
                        currentStep: number | null;
                        evidence: {
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string | null;
                            note: string | null;
                            quote: string | null;
                            ruleIds: string[];
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        exhaustedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        nextStepAt: string | null;
                        notifications: {
                            address: string | null;
                            channel: string;
                            personId: string | null;
                            repeat: number;
                            run: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "withdrawn" | "failed";
                            step: number;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string | null;
                        policy: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        reopenedCount: number;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        run: number;
                        /** @enum {string} */
                        status: "open" | "acknowledged" | "resolved";
                        /** @enum {string} */
                        trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                        /** @enum {string} */
                        urgency: "emergency" | "high" | "normal";
                    };
                };
            };
            /** @description Say that a conversation needs a person */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "urgency": "emergency",
                     *       "trigger": "emergency-words",
                     *       "status": "open",
                     *       "policy": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "name": "Front desk",
                     *         "version": 1
                     *       },
                     *       "run": 1,
                     *       "currentStep": 1,
                     *       "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *       "openedAt": "2026-03-02T09:00:00.000Z",
                     *       "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *       "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *       "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *       "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *       "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *       "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *       "reopenedCount": 1,
                     *       "evidence": [
                     *         {
                     *           "trigger": "emergency-words",
                     *           "urgency": "emergency",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "quote": "Example text",
                     *           "note": "Example text",
                     *           "ruleIds": [
                     *             "Example text"
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notifications": [
                     *         {
                     *           "run": 1,
                     *           "step": 1,
                     *           "repeat": 1,
                     *           "channel": "Example text",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "address": "Example text",
                     *           "status": "pending",
                     *           "sentAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        conversationId: string;
                        currentStep: number | null;
                        evidence: {
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string | null;
                            note: string | null;
                            quote: string | null;
                            ruleIds: string[];
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        exhaustedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        nextStepAt: string | null;
                        notifications: {
                            address: string | null;
                            channel: string;
                            personId: string | null;
                            repeat: number;
                            run: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "withdrawn" | "failed";
                            step: number;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string | null;
                        policy: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        reopenedCount: number;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        run: number;
                        /** @enum {string} */
                        status: "open" | "acknowledged" | "resolved";
                        /** @enum {string} */
                        trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                        /** @enum {string} */
                        urgency: "emergency" | "high" | "normal";
                    };
                };
            };
        };
    };
    getEscalationsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an escalation with its evidence, and who was told */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "urgency": "emergency",
                     *       "trigger": "emergency-words",
                     *       "status": "open",
                     *       "policy": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "name": "Front desk",
                     *         "version": 1
                     *       },
                     *       "run": 1,
                     *       "currentStep": 1,
                     *       "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *       "openedAt": "2026-03-02T09:00:00.000Z",
                     *       "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *       "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *       "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *       "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *       "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *       "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *       "reopenedCount": 1,
                     *       "evidence": [
                     *         {
                     *           "trigger": "emergency-words",
                     *           "urgency": "emergency",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "quote": "Example text",
                     *           "note": "Example text",
                     *           "ruleIds": [
                     *             "Example text"
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notifications": [
                     *         {
                     *           "run": 1,
                     *           "step": 1,
                     *           "repeat": 1,
                     *           "channel": "Example text",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "address": "Example text",
                     *           "status": "pending",
                     *           "sentAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        conversationId: string;
                        currentStep: number | null;
                        evidence: {
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string | null;
                            note: string | null;
                            quote: string | null;
                            ruleIds: string[];
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        exhaustedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        nextStepAt: string | null;
                        notifications: {
                            address: string | null;
                            channel: string;
                            personId: string | null;
                            repeat: number;
                            run: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "withdrawn" | "failed";
                            step: number;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string | null;
                        policy: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        reopenedCount: number;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        run: number;
                        /** @enum {string} */
                        status: "open" | "acknowledged" | "resolved";
                        /** @enum {string} */
                        trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                        /** @enum {string} */
                        urgency: "emergency" | "high" | "normal";
                    };
                };
            };
        };
    };
    postEscalationsByIdAcknowledge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an escalation: nobody else is told any more */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "urgency": "emergency",
                     *       "trigger": "emergency-words",
                     *       "status": "open",
                     *       "policy": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "name": "Front desk",
                     *         "version": 1
                     *       },
                     *       "run": 1,
                     *       "currentStep": 1,
                     *       "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *       "openedAt": "2026-03-02T09:00:00.000Z",
                     *       "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *       "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *       "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *       "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *       "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *       "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *       "reopenedCount": 1,
                     *       "evidence": [
                     *         {
                     *           "trigger": "emergency-words",
                     *           "urgency": "emergency",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "quote": "Example text",
                     *           "note": "Example text",
                     *           "ruleIds": [
                     *             "Example text"
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notifications": [
                     *         {
                     *           "run": 1,
                     *           "step": 1,
                     *           "repeat": 1,
                     *           "channel": "Example text",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "address": "Example text",
                     *           "status": "pending",
                     *           "sentAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        conversationId: string;
                        currentStep: number | null;
                        evidence: {
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string | null;
                            note: string | null;
                            quote: string | null;
                            ruleIds: string[];
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        exhaustedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        nextStepAt: string | null;
                        notifications: {
                            address: string | null;
                            channel: string;
                            personId: string | null;
                            repeat: number;
                            run: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "withdrawn" | "failed";
                            step: number;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string | null;
                        policy: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        reopenedCount: number;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        run: number;
                        /** @enum {string} */
                        status: "open" | "acknowledged" | "resolved";
                        /** @enum {string} */
                        trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                        /** @enum {string} */
                        urgency: "emergency" | "high" | "normal";
                    };
                };
            };
        };
    };
    postEscalationsByIdReopen: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open an escalation again: its policy begins anew */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "urgency": "emergency",
                     *       "trigger": "emergency-words",
                     *       "status": "open",
                     *       "policy": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "name": "Front desk",
                     *         "version": 1
                     *       },
                     *       "run": 1,
                     *       "currentStep": 1,
                     *       "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *       "openedAt": "2026-03-02T09:00:00.000Z",
                     *       "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *       "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *       "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *       "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *       "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *       "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *       "reopenedCount": 1,
                     *       "evidence": [
                     *         {
                     *           "trigger": "emergency-words",
                     *           "urgency": "emergency",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "quote": "Example text",
                     *           "note": "Example text",
                     *           "ruleIds": [
                     *             "Example text"
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notifications": [
                     *         {
                     *           "run": 1,
                     *           "step": 1,
                     *           "repeat": 1,
                     *           "channel": "Example text",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "address": "Example text",
                     *           "status": "pending",
                     *           "sentAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        conversationId: string;
                        currentStep: number | null;
                        evidence: {
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string | null;
                            note: string | null;
                            quote: string | null;
                            ruleIds: string[];
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        exhaustedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        nextStepAt: string | null;
                        notifications: {
                            address: string | null;
                            channel: string;
                            personId: string | null;
                            repeat: number;
                            run: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "withdrawn" | "failed";
                            step: number;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string | null;
                        policy: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        reopenedCount: number;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        run: number;
                        /** @enum {string} */
                        status: "open" | "acknowledged" | "resolved";
                        /** @enum {string} */
                        trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                        /** @enum {string} */
                        urgency: "emergency" | "high" | "normal";
                    };
                };
            };
        };
    };
    postEscalationsByIdResolve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that an escalation is over */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "urgency": "emergency",
                     *       "trigger": "emergency-words",
                     *       "status": "open",
                     *       "policy": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "name": "Front desk",
                     *         "version": 1
                     *       },
                     *       "run": 1,
                     *       "currentStep": 1,
                     *       "nextStepAt": "2026-03-02T09:00:00.000Z",
                     *       "openedAt": "2026-03-02T09:00:00.000Z",
                     *       "openedBy": "0190a3f0-7c3a-7000-8000-00007637cd46",
                     *       "acknowledgedAt": "2026-03-02T09:00:00.000Z",
                     *       "acknowledgedBy": "0190a3f0-7c3a-7000-8000-00006688c801",
                     *       "resolvedAt": "2026-03-02T09:00:00.000Z",
                     *       "resolvedBy": "0190a3f0-7c3a-7000-8000-0000359b4946",
                     *       "exhaustedAt": "2026-03-02T09:00:00.000Z",
                     *       "reopenedCount": 1,
                     *       "evidence": [
                     *         {
                     *           "trigger": "emergency-words",
                     *           "urgency": "emergency",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "quote": "Example text",
                     *           "note": "Example text",
                     *           "ruleIds": [
                     *             "Example text"
                     *           ],
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "notifications": [
                     *         {
                     *           "run": 1,
                     *           "step": 1,
                     *           "repeat": 1,
                     *           "channel": "Example text",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "address": "Example text",
                     *           "status": "pending",
                     *           "sentAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        conversationId: string;
                        currentStep: number | null;
                        evidence: {
                            /** Format: date-time */
                            createdAt: string;
                            messageId: string | null;
                            note: string | null;
                            quote: string | null;
                            ruleIds: string[];
                            /** @enum {string} */
                            trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                            /** @enum {string} */
                            urgency: "emergency" | "high" | "normal";
                        }[];
                        exhaustedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        nextStepAt: string | null;
                        notifications: {
                            address: string | null;
                            channel: string;
                            personId: string | null;
                            repeat: number;
                            run: number;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "pending" | "sent" | "withdrawn" | "failed";
                            step: number;
                        }[];
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string | null;
                        policy: {
                            id: string | null;
                            name: string;
                            version: number;
                        };
                        reopenedCount: number;
                        resolvedAt: string | null;
                        resolvedBy: string | null;
                        run: number;
                        /** @enum {string} */
                        status: "open" | "acknowledged" | "resolved";
                        /** @enum {string} */
                        trigger: "emergency-words" | "high-priority-words" | "asked-for-person" | "agent-uncertain" | "staff-override";
                        /** @enum {string} */
                        urgency: "emergency" | "high" | "normal";
                    };
                };
            };
        };
    };
    getExtractions: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000ef76a6d0 */
                conversationId?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
                /** @example partial */
                status?: "partial" | "complete" | "failed";
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List extractions, the latest first, of one conversation or all */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *           "formType": "Example text",
                     *           "extractionStatus": "partial",
                     *           "overallConfidence": 1,
                     *           "engine": "Example text",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            conversationId: string;
                            /** Format: date-time */
                            createdAt: string;
                            engine: string | null;
                            /** @enum {string} */
                            extractionStatus: "partial" | "complete" | "failed";
                            formType: string;
                            /** Format: uuid */
                            id: string;
                            overallConfidence: number;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getExtractionsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an extraction with its fields, their evidence and every change of them */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "formType": "Example text",
                     *       "extractionStatus": "partial",
                     *       "overallConfidence": 1,
                     *       "engine": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "formSchema": {},
                     *       "fields": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "value": "Example text",
                     *           "confidence": 1,
                     *           "confidenceLevel": "high",
                     *           "status": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "isCalibrated": true,
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "missingFields": [
                     *         "Example text"
                     *       ],
                     *       "notes": "Example text",
                     *       "history": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "oldValue": "Example text",
                     *           "newValue": "Example text",
                     *           "oldStatus": "suggested",
                     *           "newStatus": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "engine": "Example text",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        conversationId: string;
                        /** Format: date-time */
                        createdAt: string;
                        engine: string | null;
                        /** @enum {string} */
                        extractionStatus: "partial" | "complete" | "failed";
                        fields: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            confidence: number;
                            /** @enum {string} */
                            confidenceLevel: "high" | "medium" | "low";
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            isCalibrated: boolean;
                            /** @enum {string} */
                            status: "suggested" | "confirmed" | "corrected" | "rejected";
                            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        formSchema: {
                            [key: string]: unknown;
                        };
                        formType: string;
                        history: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            engine: string | null;
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            newStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            newValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                            oldStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            oldValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        missingFields: string[];
                        notes: string | null;
                        overallConfidence: number;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postExtractionsByIdFieldsByNameConfirm: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
                /** @example Front desk */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that what was found for a field is right */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "formType": "Example text",
                     *       "extractionStatus": "partial",
                     *       "overallConfidence": 1,
                     *       "engine": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "formSchema": {},
                     *       "fields": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "value": "Example text",
                     *           "confidence": 1,
                     *           "confidenceLevel": "high",
                     *           "status": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "isCalibrated": true,
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "missingFields": [
                     *         "Example text"
                     *       ],
                     *       "notes": "Example text",
                     *       "history": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "oldValue": "Example text",
                     *           "newValue": "Example text",
                     *           "oldStatus": "suggested",
                     *           "newStatus": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "engine": "Example text",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        conversationId: string;
                        /** Format: date-time */
                        createdAt: string;
                        engine: string | null;
                        /** @enum {string} */
                        extractionStatus: "partial" | "complete" | "failed";
                        fields: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            confidence: number;
                            /** @enum {string} */
                            confidenceLevel: "high" | "medium" | "low";
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            isCalibrated: boolean;
                            /** @enum {string} */
                            status: "suggested" | "confirmed" | "corrected" | "rejected";
                            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        formSchema: {
                            [key: string]: unknown;
                        };
                        formType: string;
                        history: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            engine: string | null;
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            newStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            newValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                            oldStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            oldValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        missingFields: string[];
                        notes: string | null;
                        overallConfidence: number;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    postExtractionsByIdFieldsByNameCorrect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
                /** @example Front desk */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "Example text"
                 *     }
                 */
                "application/json": {
                    value: (string | number | boolean) | (string | number | boolean)[];
                };
            };
        };
        responses: {
            /** @description Give a field another value */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "formType": "Example text",
                     *       "extractionStatus": "partial",
                     *       "overallConfidence": 1,
                     *       "engine": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "formSchema": {},
                     *       "fields": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "value": "Example text",
                     *           "confidence": 1,
                     *           "confidenceLevel": "high",
                     *           "status": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "isCalibrated": true,
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "missingFields": [
                     *         "Example text"
                     *       ],
                     *       "notes": "Example text",
                     *       "history": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "oldValue": "Example text",
                     *           "newValue": "Example text",
                     *           "oldStatus": "suggested",
                     *           "newStatus": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "engine": "Example text",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        conversationId: string;
                        /** Format: date-time */
                        createdAt: string;
                        engine: string | null;
                        /** @enum {string} */
                        extractionStatus: "partial" | "complete" | "failed";
                        fields: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            confidence: number;
                            /** @enum {string} */
                            confidenceLevel: "high" | "medium" | "low";
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            isCalibrated: boolean;
                            /** @enum {string} */
                            status: "suggested" | "confirmed" | "corrected" | "rejected";
                            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        formSchema: {
                            [key: string]: unknown;
                        };
                        formType: string;
                        history: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            engine: string | null;
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            newStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            newValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                            oldStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            oldValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        missingFields: string[];
                        notes: string | null;
                        overallConfidence: number;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    postExtractionsByIdFieldsByNameReject: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000000010dc */
                id: string;
                /** @example Front desk */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that what was found for a field is wrong, without another value */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "formType": "Example text",
                     *       "extractionStatus": "partial",
                     *       "overallConfidence": 1,
                     *       "engine": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "formSchema": {},
                     *       "fields": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "value": "Example text",
                     *           "confidence": 1,
                     *           "confidenceLevel": "high",
                     *           "status": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "isCalibrated": true,
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "missingFields": [
                     *         "Example text"
                     *       ],
                     *       "notes": "Example text",
                     *       "history": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "oldValue": "Example text",
                     *           "newValue": "Example text",
                     *           "oldStatus": "suggested",
                     *           "newStatus": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ],
                     *           "changedBy": "engine",
                     *           "changedByPersonId": "0190a3f0-7c3a-7000-8000-0000614dfb60",
                     *           "engine": "Example text",
                     *           "changedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        conversationId: string;
                        /** Format: date-time */
                        createdAt: string;
                        engine: string | null;
                        /** @enum {string} */
                        extractionStatus: "partial" | "complete" | "failed";
                        fields: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            confidence: number;
                            /** @enum {string} */
                            confidenceLevel: "high" | "medium" | "low";
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            isCalibrated: boolean;
                            /** @enum {string} */
                            status: "suggested" | "confirmed" | "corrected" | "rejected";
                            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        formSchema: {
                            [key: string]: unknown;
                        };
                        formType: string;
                        history: {
                            /** Format: date-time */
                            changedAt: string;
                            /** @enum {string} */
                            changedBy: "engine" | "visitor" | "team";
                            changedByPersonId: string | null;
                            engine: string | null;
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            newStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            newValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                            oldStatus: ("suggested" | "confirmed" | "corrected" | "rejected") | null;
                            oldValue: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        missingFields: string[];
                        notes: string | null;
                        overallConfidence: number;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    postExtractionsPreview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messages": [
                 *         {
                 *           "id": "Example text",
                 *           "role": "user",
                 *           "content": "Example text"
                 *         }
                 *       ],
                 *       "formSchema": {},
                 *       "formType": "form",
                 *       "engine": "model"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    engine?: "model" | "builtin";
                    formSchema: {
                        [key: string]: unknown;
                    };
                    /** @default form */
                    formType?: string;
                    messages: {
                        content: string;
                        id?: string;
                        /** @enum {string} */
                        role: "user" | "assistant" | "agent";
                    }[];
                };
            };
        };
        responses: {
            /** @description Try a form on messages */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fields": [
                     *         {
                     *           "fieldName": "Example text",
                     *           "value": "Example text",
                     *           "confidence": 1,
                     *           "confidenceLevel": "high",
                     *           "status": "suggested",
                     *           "evidence": [
                     *             {
                     *               "messageId": "Example text",
                     *               "quote": "Example text"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "extractionStatus": "partial",
                     *       "overallConfidence": 1
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        extractionStatus: "partial" | "complete" | "failed";
                        fields: {
                            confidence: number;
                            /** @enum {string} */
                            confidenceLevel: "high" | "medium" | "low";
                            evidence: {
                                messageId: string;
                                quote: string;
                            }[];
                            fieldName: string;
                            /** @enum {string} */
                            status: "suggested" | "confirmed" | "corrected" | "rejected";
                            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
                        }[];
                        overallConfidence: number;
                    };
                };
            };
        };
    };
    getFeatures: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what is on and off for a tenant, and who decided */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "attachments",
                     *           "description": "Example text",
                     *           "isOn": true,
                     *           "source": "default",
                     *           "changeableBy": "tenant"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            changeableBy: "tenant" | "platform";
                            description: string;
                            isOn: boolean;
                            /** @enum {string} */
                            name: "attachments" | "extraction" | "knowledge" | "secondOpinion" | "remoteTools";
                            /** @enum {string} */
                            source: "default" | "tenant";
                        }[];
                    };
                };
            };
        };
    };
    putFeaturesByFeature: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example attachments */
                feature: "attachments" | "extraction" | "knowledge" | "secondOpinion" | "remoteTools";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isOn": true
                 *     }
                 */
                "application/json": {
                    isOn: boolean;
                };
            };
        };
        responses: {
            /** @description Switch a feature on or off for a tenant; some only as platform admin */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "attachments",
                     *           "description": "Example text",
                     *           "isOn": true,
                     *           "source": "default",
                     *           "changeableBy": "tenant"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            changeableBy: "tenant" | "platform";
                            description: string;
                            isOn: boolean;
                            /** @enum {string} */
                            name: "attachments" | "extraction" | "knowledge" | "secondOpinion" | "remoteTools";
                            /** @enum {string} */
                            source: "default" | "tenant";
                        }[];
                    };
                };
            };
        };
    };
    getFilesByFileId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000e8eecaf8 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Fetch a file of a conversation */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the service works */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "database": "connected",
                     *       "timestamp": "2026-03-02T09:00:00.000Z",
                     *       "service": "Example text"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        database: "connected" | "disconnected";
                        service: string;
                        /** @enum {string} */
                        status: "ok" | "error";
                        /** Format: date-time */
                        timestamp: string;
                    };
                };
            };
            /** @description Whether the service works */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "database": "connected",
                     *       "timestamp": "2026-03-02T09:00:00.000Z",
                     *       "service": "Example text"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        database: "connected" | "disconnected";
                        service: string;
                        /** @enum {string} */
                        status: "ok" | "error";
                        /** Format: date-time */
                        timestamp: string;
                    };
                };
            };
        };
    };
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the process lives */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "reason": "Example text"
                     *     }
                     */
                    "application/json": {
                        reason?: string;
                        /** @enum {string} */
                        status: "ok" | "error";
                    };
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the process takes requests */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "reason": "Example text"
                     *     }
                     */
                    "application/json": {
                        reason?: string;
                        /** @enum {string} */
                        status: "ok" | "error";
                    };
                };
            };
            /** @description Whether the process takes requests */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "reason": "Example text"
                     *     }
                     */
                    "application/json": {
                        reason?: string;
                        /** @enum {string} */
                        status: "ok" | "error";
                    };
                };
            };
        };
    };
    postInvitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Example text",
                 *       "password": "a long enough password",
                 *       "code": "Example text",
                 *       "name": "Front desk",
                 *       "locale": "es-ES"
                 *     }
                 */
                "application/json": {
                    code?: string;
                    /** @example es-ES */
                    locale?: string;
                    name?: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Accept an invitation; this signs in */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "Example text",
                     *       "refreshToken": "Example text",
                     *       "expiresIn": 1,
                     *       "user": {
                     *         "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *         "email": "ana@example.com",
                     *         "name": "Front desk",
                     *         "isPlatformAdmin": true,
                     *         "isEmailVerified": true,
                     *         "hasSecondFactor": true,
                     *         "tenants": [
                     *           {
                     *             "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *             "name": "Front desk",
                     *             "slug": "Example text",
                     *             "role": "owner"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        accessToken: string;
                        expiresIn: number;
                        refreshToken?: string;
                        user: {
                            email: string;
                            hasSecondFactor: boolean;
                            /** Format: uuid */
                            id: string;
                            isEmailVerified: boolean;
                            isPlatformAdmin: boolean;
                            name: string;
                            tenants: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "agent" | "viewer";
                                slug: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    postInvitationsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Example text"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Read what an invitation is to, with its token */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenantName": "Example text",
                     *       "email": "ana@example.com",
                     *       "role": "owner",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "hasAccount": true
                     *     }
                     */
                    "application/json": {
                        email: string;
                        /** Format: date-time */
                        expiresAt: string;
                        hasAccount: boolean;
                        /** @enum {string} */
                        role: "owner" | "admin" | "agent" | "viewer";
                        tenantName: string;
                    };
                };
            };
        };
    };
    getKnowledgeDocuments: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-000028a3cbfa */
                agentId?: string;
                /** @example 0190a3f0-7c3a-7000-8000-0000074057bb */
                appId?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdAfter?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdBefore?: string;
                /** @example Example text */
                cursor?: string;
                /** @example en */
                language?: "en" | "es" | "other";
                /** @example 25 */
                limit?: number;
                /** @example Example text */
                q?: string;
                /** @example processing */
                status?: "processing" | "ready" | "failed";
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List documents, without their content */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "title": "Front desk",
                     *           "contentType": "text/markdown",
                     *           "language": "en",
                     *           "status": "processing",
                     *           "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *           "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *           "chunkCount": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            agentId: string | null;
                            appId: string | null;
                            chunkCount: number;
                            /** @enum {string} */
                            contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "en" | "es" | "other";
                            /** @enum {string} */
                            status: "processing" | "ready" | "failed";
                            title: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postKnowledgeDocuments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Parking at the clinic",
                 *       "content": "## Prices\n\nThe first half hour is free.",
                 *       "contentType": "text/markdown",
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    appId?: string | null;
                    content?: string;
                    /** @enum {string} */
                    contentType?: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                    items?: {
                        answer: string;
                        question: string;
                    }[];
                    /** @enum {string} */
                    language?: "en" | "es" | "other";
                    /** @example Parking at the clinic */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Add a document for agents to answer from */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "title": "Front desk",
                     *       "contentType": "text/markdown",
                     *       "language": "en",
                     *       "status": "processing",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "chunkCount": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "content": "Example text"
                     *     }
                     */
                    "application/json": {
                        agentId: string | null;
                        appId: string | null;
                        chunkCount: number;
                        content: string;
                        /** @enum {string} */
                        contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        language: "en" | "es" | "other";
                        /** @enum {string} */
                        status: "processing" | "ready" | "failed";
                        title: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getKnowledgeDocumentsByDocumentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000645e5922 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a document */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "title": "Front desk",
                     *       "contentType": "text/markdown",
                     *       "language": "en",
                     *       "status": "processing",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "chunkCount": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "content": "Example text"
                     *     }
                     */
                    "application/json": {
                        agentId: string | null;
                        appId: string | null;
                        chunkCount: number;
                        content: string;
                        /** @enum {string} */
                        contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        language: "en" | "es" | "other";
                        /** @enum {string} */
                        status: "processing" | "ready" | "failed";
                        title: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putKnowledgeDocumentsByDocumentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000645e5922 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Parking at the clinic",
                 *       "content": "## Prices\n\nThe first half hour is free.",
                 *       "contentType": "text/markdown",
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    content?: string;
                    /** @enum {string} */
                    contentType?: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                    items?: {
                        answer: string;
                        question: string;
                    }[];
                    /** @enum {string} */
                    language?: "en" | "es" | "other";
                    /** @example Parking at the clinic */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Replace what a document says */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "title": "Front desk",
                     *       "contentType": "text/markdown",
                     *       "language": "en",
                     *       "status": "processing",
                     *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb",
                     *       "agentId": "0190a3f0-7c3a-7000-8000-000028a3cbfa",
                     *       "chunkCount": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "content": "Example text"
                     *     }
                     */
                    "application/json": {
                        agentId: string | null;
                        appId: string | null;
                        chunkCount: number;
                        content: string;
                        /** @enum {string} */
                        contentType: "text/markdown" | "text/plain" | "application/vnd.foyer.qa+json";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        language: "en" | "es" | "other";
                        /** @enum {string} */
                        status: "processing" | "ready" | "failed";
                        title: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    deleteKnowledgeDocumentsByDocumentId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000645e5922 */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a document */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postKnowledgeSearch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "query": "Where can I leave my car?",
                 *       "limit": 5,
                 *       "language": "en",
                 *       "appId": "0190a3f0-7c3a-7000-8000-0000074057bb"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    appId?: string;
                    /** @enum {string} */
                    language?: "en" | "es" | "other";
                    /** @default 5 */
                    limit?: number;
                    /** @example Where can I leave my car? */
                    query: string;
                };
            };
        };
        responses: {
            /** @description Search the documents, as an agent does */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "documentId": "0190a3f0-7c3a-7000-8000-0000645e5922",
                     *           "documentTitle": "Example text",
                     *           "chunkId": "0190a3f0-7c3a-7000-8000-000095067162",
                     *           "text": "Example text",
                     *           "score": 1,
                     *           "heading": "Example text",
                     *           "page": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            chunkId: string;
                            /** Format: uuid */
                            documentId: string;
                            documentTitle: string;
                            heading?: string;
                            page?: number;
                            score: number;
                            text: string;
                        }[];
                    };
                };
            };
        };
    };
    postMessages: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                 *       "content": "Example text"
                 *     }
                 */
                "application/json": {
                    content: string;
                    /** Format: uuid */
                    conversationId: string;
                };
            };
        };
        responses: {
            /** @description Answer a visitor as a person */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "seq": 1,
                     *       "direction": "inbound",
                     *       "role": "user",
                     *       "content": "Example text",
                     *       "authorName": "Example text",
                     *       "attachments": [
                     *         {
                     *           "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8",
                     *           "name": "Front desk",
                     *           "contentType": "Example text",
                     *           "size": 1,
                     *           "url": "Example text"
                     *         }
                     *       ],
                     *       "status": "queued",
                     *       "turnId": "0190a3f0-7c3a-7000-8000-0000017e99ba",
                     *       "finishReason": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        attachments: {
                            contentType: string;
                            /** Format: uuid */
                            fileId: string;
                            name: string;
                            size: number;
                            url: string;
                        }[];
                        authorName: string | null;
                        content: string;
                        /** Format: uuid */
                        conversationId: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** @enum {string} */
                        direction: "inbound" | "outbound";
                        finishReason: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        role: "user" | "assistant" | "agent" | "system";
                        seq: number;
                        /** @enum {string} */
                        status: "queued" | "sent" | "delivered" | "read" | "failed";
                        turnId: string | null;
                    };
                };
            };
        };
    };
    postPrivacyErase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                 *       "reason": "Example text"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    contactId: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Erase a contact with conversations, files, forms, tickets and all */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "kind": "export",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "status": "pending",
                     *       "reason": "Example text",
                     *       "requestedByPersonId": "0190a3f0-7c3a-7000-8000-0000251f98cd",
                     *       "counts": {},
                     *       "fileUrl": "Example text",
                     *       "sizeBytes": 1,
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "finishedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                        counts: {
                            [key: string]: number;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileUrl: string | null;
                        finishedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "export" | "erasure";
                        reason: string | null;
                        requestedByPersonId: string | null;
                        sizeBytes: number | null;
                        /** @enum {string} */
                        status: "pending" | "done" | "refused" | "failed";
                    };
                };
            };
        };
    };
    postPrivacyExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    contactId: string;
                };
            };
        };
        responses: {
            /** @description Export everything about a contact as a ZIP file */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "kind": "export",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "status": "pending",
                     *       "reason": "Example text",
                     *       "requestedByPersonId": "0190a3f0-7c3a-7000-8000-0000251f98cd",
                     *       "counts": {},
                     *       "fileUrl": "Example text",
                     *       "sizeBytes": 1,
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "finishedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                        counts: {
                            [key: string]: number;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileUrl: string | null;
                        finishedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "export" | "erasure";
                        reason: string | null;
                        requestedByPersonId: string | null;
                        sizeBytes: number | null;
                        /** @enum {string} */
                        status: "pending" | "done" | "refused" | "failed";
                    };
                };
            };
        };
    };
    getPrivacyHolds: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000dbc87e2f */
                contactId?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List legal holds, released ones too, the newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *           "reason": "Example text",
                     *           "placedByPersonId": "0190a3f0-7c3a-7000-8000-0000532b21a0",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "releasedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            contactId: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            placedByPersonId: string | null;
                            reason: string;
                            releasedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postPrivacyHolds: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                 *       "reason": "Example text"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    contactId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Put the data of a contact on legal hold */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "reason": "Example text",
                     *       "placedByPersonId": "0190a3f0-7c3a-7000-8000-0000532b21a0",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "releasedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        placedByPersonId: string | null;
                        reason: string;
                        releasedAt: string | null;
                    };
                };
            };
        };
    };
    deletePrivacyHoldsByHoldId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000ecad057b */
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Release a legal hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPrivacyRequests: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000dbc87e2f */
                contactId?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List exports and erasures, the newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "kind": "export",
                     *           "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *           "status": "pending",
                     *           "reason": "Example text",
                     *           "requestedByPersonId": "0190a3f0-7c3a-7000-8000-0000251f98cd",
                     *           "counts": {},
                     *           "fileUrl": "Example text",
                     *           "sizeBytes": 1,
                     *           "expiresAt": "2026-03-02T09:00:00.000Z",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "finishedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            contactId: string;
                            counts: {
                                [key: string]: number;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            fileUrl: string | null;
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "export" | "erasure";
                            reason: string | null;
                            requestedByPersonId: string | null;
                            sizeBytes: number | null;
                            /** @enum {string} */
                            status: "pending" | "done" | "refused" | "failed";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getPrivacyRequestsByRequestId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00001da67842 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how far an export or an erasure is */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "kind": "export",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "status": "pending",
                     *       "reason": "Example text",
                     *       "requestedByPersonId": "0190a3f0-7c3a-7000-8000-0000251f98cd",
                     *       "counts": {},
                     *       "fileUrl": "Example text",
                     *       "sizeBytes": 1,
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "finishedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        contactId: string;
                        counts: {
                            [key: string]: number;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        fileUrl: string | null;
                        finishedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "export" | "erasure";
                        reason: string | null;
                        requestedByPersonId: string | null;
                        sizeBytes: number | null;
                        /** @enum {string} */
                        status: "pending" | "done" | "refused" | "failed";
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPrivacyRequestsByRequestIdFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00001da67842 */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON file for each kind of data, and the files that were sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
        };
    };
    getPrivacyRetention: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read for how long each class of data is kept */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "dataClass": "conversations",
                     *           "description": "Example text",
                     *           "days": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            dataClass: "conversations" | "contacts" | "tickets";
                            days: number | null;
                            description: string;
                        }[];
                    };
                };
            };
        };
    };
    putPrivacyRetention: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "conversations": 1,
                 *       "contacts": 1,
                 *       "tickets": 1
                 *     }
                 */
                "application/json": {
                    contacts?: number | null;
                    conversations?: number | null;
                    tickets?: number | null;
                };
            };
        };
        responses: {
            /** @description Say for how many days each class of data is kept */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "dataClass": "conversations",
                     *           "description": "Example text",
                     *           "days": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            dataClass: "conversations" | "contacts" | "tickets";
                            days: number | null;
                            description: string;
                        }[];
                    };
                };
            };
        };
    };
    getRedFlagRules: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your red-flag rules */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "category": "cardiac",
                     *           "urgency": "emergency",
                     *           "language": "Example text",
                     *           "phrases": [
                     *             "Example text"
                     *           ],
                     *           "examples": [
                     *             "Example text"
                     *           ],
                     *           "isActive": true,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            category: "cardiac" | "breathing" | "stroke" | "consciousness" | "bleeding" | "injury" | "allergy" | "self-harm" | "overdose-poisoning" | "abuse" | "obstetric" | "infant" | "infection" | "metabolic" | "other";
                            /** Format: date-time */
                            createdAt: string;
                            examples: string[];
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            language: string | null;
                            name: string;
                            phrases: string[];
                            /** Format: date-time */
                            updatedAt: string;
                            /** @enum {string} */
                            urgency: "emergency" | "urgent";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postRedFlagRules: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "category": "cardiac",
                 *       "urgency": "emergency",
                 *       "language": "Example text",
                 *       "phrases": [
                 *         "stitches open*|burst",
                 *         "puntos & abrieron|abiertos"
                 *       ],
                 *       "examples": [
                 *         "my stitches opened"
                 *       ],
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    category: "cardiac" | "breathing" | "stroke" | "consciousness" | "bleeding" | "injury" | "allergy" | "self-harm" | "overdose-poisoning" | "abuse" | "obstetric" | "infant" | "infection" | "metabolic" | "other";
                    /**
                     * @example [
                     *       "my stitches opened"
                     *     ]
                     */
                    examples: string[];
                    /** @default true */
                    isActive?: boolean;
                    /** @default null */
                    language?: string | null;
                    name: string;
                    /**
                     * @example [
                     *       "stitches open*|burst",
                     *       "puntos & abrieron|abiertos"
                     *     ]
                     */
                    phrases: string[];
                    /** @enum {string} */
                    urgency: "emergency" | "urgent";
                };
            };
        };
        responses: {
            /** @description Add a red-flag rule of your own */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "category": "cardiac",
                     *       "urgency": "emergency",
                     *       "language": "Example text",
                     *       "phrases": [
                     *         "Example text"
                     *       ],
                     *       "examples": [
                     *         "Example text"
                     *       ],
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        category: "cardiac" | "breathing" | "stroke" | "consciousness" | "bleeding" | "injury" | "allergy" | "self-harm" | "overdose-poisoning" | "abuse" | "obstetric" | "infant" | "infection" | "metabolic" | "other";
                        /** Format: date-time */
                        createdAt: string;
                        examples: string[];
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        language: string | null;
                        name: string;
                        phrases: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        /** @enum {string} */
                        urgency: "emergency" | "urgent";
                    };
                };
            };
        };
    };
    getRedFlagRulesByRuleId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000fe120c78 */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a red-flag rule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "category": "cardiac",
                     *       "urgency": "emergency",
                     *       "language": "Example text",
                     *       "phrases": [
                     *         "Example text"
                     *       ],
                     *       "examples": [
                     *         "Example text"
                     *       ],
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        category: "cardiac" | "breathing" | "stroke" | "consciousness" | "bleeding" | "injury" | "allergy" | "self-harm" | "overdose-poisoning" | "abuse" | "obstetric" | "infant" | "infection" | "metabolic" | "other";
                        /** Format: date-time */
                        createdAt: string;
                        examples: string[];
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        language: string | null;
                        name: string;
                        phrases: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        /** @enum {string} */
                        urgency: "emergency" | "urgent";
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteRedFlagRulesByRuleId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000fe120c78 */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a red-flag rule */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchRedFlagRulesByRuleId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000fe120c78 */
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "category": "cardiac",
                 *       "urgency": "emergency",
                 *       "language": "Example text",
                 *       "phrases": [
                 *         "stitches open*|burst",
                 *         "puntos & abrieron|abiertos"
                 *       ],
                 *       "examples": [
                 *         "my stitches opened"
                 *       ],
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    category?: "cardiac" | "breathing" | "stroke" | "consciousness" | "bleeding" | "injury" | "allergy" | "self-harm" | "overdose-poisoning" | "abuse" | "obstetric" | "infant" | "infection" | "metabolic" | "other";
                    /**
                     * @example [
                     *       "my stitches opened"
                     *     ]
                     */
                    examples?: string[];
                    isActive?: boolean;
                    language?: string | null;
                    name?: string;
                    /**
                     * @example [
                     *       "stitches open*|burst",
                     *       "puntos & abrieron|abiertos"
                     *     ]
                     */
                    phrases?: string[];
                    /** @enum {string} */
                    urgency?: "emergency" | "urgent";
                };
            };
        };
        responses: {
            /** @description Change a red-flag rule */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "category": "cardiac",
                     *       "urgency": "emergency",
                     *       "language": "Example text",
                     *       "phrases": [
                     *         "Example text"
                     *       ],
                     *       "examples": [
                     *         "Example text"
                     *       ],
                     *       "isActive": true,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        category: "cardiac" | "breathing" | "stroke" | "consciousness" | "bleeding" | "injury" | "allergy" | "self-harm" | "overdose-poisoning" | "abuse" | "obstetric" | "infant" | "infection" | "metabolic" | "other";
                        /** Format: date-time */
                        createdAt: string;
                        examples: string[];
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        language: string | null;
                        name: string;
                        phrases: string[];
                        /** Format: date-time */
                        updatedAt: string;
                        /** @enum {string} */
                        urgency: "emergency" | "urgent";
                    };
                };
            };
        };
    };
    postRedFlagsScreen: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "There is a tightness in my chest",
                 *       "language": "Example text"
                 *     }
                 */
                "application/json": {
                    language?: string;
                    /** @example There is a tightness in my chest */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Screen a text for red flags, by the built-in rules, the classifier and your own rules */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "urgency": "emergency",
                     *       "matches": [
                     *         {
                     *           "category": "Example text",
                     *           "ruleId": "Example text",
                     *           "quote": "Example text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        matches: {
                            category: string;
                            quote: string;
                            ruleId: string;
                        }[];
                        /** @enum {string} */
                        urgency: "emergency" | "urgent" | "none";
                    };
                };
            };
        };
    };
    getReportsUsage: {
        parameters: {
            query?: {
                /** @example 2026-11-20 */
                from?: string;
                /** @example 2026-11-20 */
                to?: string;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What answers of language models took, per day and model */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-03-02",
                     *       "to": "2026-03-02",
                     *       "timezone": "Example text",
                     *       "items": [
                     *         {
                     *           "day": "2026-03-02",
                     *           "provider": "Example text",
                     *           "model": "Example text",
                     *           "answers": 1,
                     *           "failedAnswers": 1,
                     *           "inputTokens": 1,
                     *           "outputTokens": 1,
                     *           "costMicroUsd": 1,
                     *           "answersWithoutPrice": 1
                     *         }
                     *       ],
                     *       "totals": {
                     *         "answers": 1,
                     *         "failedAnswers": 1,
                     *         "inputTokens": 1,
                     *         "outputTokens": 1,
                     *         "costMicroUsd": 1,
                     *         "answersWithoutPrice": 1
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: date */
                        from: string;
                        items: {
                            answers: number;
                            answersWithoutPrice: number;
                            costMicroUsd: number;
                            /** Format: date */
                            day: string;
                            failedAnswers: number;
                            inputTokens: number;
                            model: string;
                            outputTokens: number;
                            provider: string;
                        }[];
                        timezone: string;
                        /** Format: date */
                        to: string;
                        totals: {
                            answers: number;
                            answersWithoutPrice: number;
                            costMicroUsd: number;
                            failedAnswers: number;
                            inputTokens: number;
                            outputTokens: number;
                        };
                    };
                };
            };
        };
    };
    getTenants: {
        parameters: {
            query?: {
                /** @example 2026-03-02T09:00:00.000Z */
                createdAfter?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdBefore?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
                /** @example Example text */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your tenants; as platform admin, all of them */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "slug": "Example text",
                     *           "timezone": "Example text",
                     *           "locale": "Example text",
                     *           "country": "Example text",
                     *           "llmConfig": {
                     *             "provider": "openai",
                     *             "model": "Example text",
                     *             "temperature": 1,
                     *             "maxTokens": 1,
                     *             "fallback": [
                     *               "anthropic"
                     *             ],
                     *             "prices": {}
                     *           },
                     *           "profile": {
                     *             "about": "Example text",
                     *             "services": [
                     *               {
                     *                 "name": "Front desk",
                     *                 "description": "Example text"
                     *               }
                     *             ],
                     *             "contact": {
                     *               "phone": "+34 600 123 456",
                     *               "email": "ana@example.com",
                     *               "address": "Example text",
                     *               "website": "https://www.example.com"
                     *             },
                     *             "openingHours": {
                     *               "monday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ],
                     *               "tuesday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ],
                     *               "wednesday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ],
                     *               "thursday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ],
                     *               "friday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ],
                     *               "saturday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ],
                     *               "sunday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "to": "17:30"
                     *                 }
                     *               ]
                     *             },
                     *             "hoursExceptions": [
                     *               {
                     *                 "date": "2026-03-02",
                     *                 "hours": [
                     *                   {
                     *                     "from": "09:00",
                     *                     "to": "17:30"
                     *                   }
                     *                 ],
                     *                 "name": "Front desk"
                     *               }
                     *             ],
                     *             "escalation": {
                     *               "policy": "Example text",
                     *               "words": [
                     *                 "Example text"
                     *               ]
                     *             },
                     *             "knowledge": {
                     *               "synonyms": [
                     *                 [
                     *                   "locker",
                     *                   "wardrobe",
                     *                   "guardarropa"
                     *                 ]
                     *               ]
                     *             },
                     *             "emergency": {
                     *               "text": {
                     *                 "en": "Example text",
                     *                 "es": "Example text"
                     *               },
                     *               "contacts": [
                     *                 {
                     *                   "label": "Example text",
                     *                   "phone": "112"
                     *                 }
                     *               ],
                     *               "secondOpinion": true
                     *             }
                     *           },
                     *           "isOnboarding": true,
                     *           "requiresSingleSignOn": true,
                     *           "idleSignOutMinutes": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            country: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            idleSignOutMinutes: number | null;
                            isOnboarding: boolean;
                            llmConfig: {
                                fallback?: string[];
                                maxTokens?: number;
                                model?: string;
                                prices?: {
                                    [key: string]: {
                                        input: number;
                                        output: number;
                                    };
                                };
                                /** @enum {string} */
                                provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                                temperature?: number;
                            };
                            locale: string;
                            name: string;
                            profile: {
                                about?: string;
                                contact?: {
                                    address?: string;
                                    /** @example ana@example.com */
                                    email?: string;
                                    /** @example +34 600 123 456 */
                                    phone?: string;
                                    /** @example https://www.example.com */
                                    website?: string;
                                };
                                emergency?: {
                                    contacts?: {
                                        label: string;
                                        /** @example 112 */
                                        phone: string;
                                    }[];
                                    secondOpinion?: boolean;
                                    text?: {
                                        en?: string;
                                        es?: string;
                                    };
                                };
                                escalation?: {
                                    policy?: string;
                                    words?: string[];
                                };
                                hoursExceptions?: {
                                    /** Format: date */
                                    date: string;
                                    hours: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    name?: string;
                                }[];
                                knowledge?: {
                                    /**
                                     * @example [
                                     *       [
                                     *         "locker",
                                     *         "wardrobe",
                                     *         "guardarropa"
                                     *       ]
                                     *     ]
                                     */
                                    synonyms?: string[][];
                                };
                                openingHours?: {
                                    friday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    monday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    saturday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    sunday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    thursday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    tuesday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                    wednesday?: {
                                        /** @example 09:00 */
                                        from: string;
                                        /** @example 17:30 */
                                        to: string;
                                    }[];
                                };
                                services?: {
                                    description?: string;
                                    name: string;
                                }[];
                            };
                            requiresSingleSignOn: boolean;
                            slug: string;
                            timezone: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postTenants: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "slug": "sunrise-clinic",
                 *       "timezone": "Europe/Madrid",
                 *       "locale": "es-ES",
                 *       "country": "ES",
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ],
                 *         "prices": {}
                 *       },
                 *       "profile": {
                 *         "about": "Example text",
                 *         "services": [
                 *           {
                 *             "name": "Front desk",
                 *             "description": "Example text"
                 *           }
                 *         ],
                 *         "contact": {
                 *           "phone": "+34 600 123 456",
                 *           "email": "ana@example.com",
                 *           "address": "Example text",
                 *           "website": "https://www.example.com"
                 *         },
                 *         "openingHours": {
                 *           "monday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "tuesday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "wednesday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "thursday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "friday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "saturday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "sunday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ]
                 *         },
                 *         "hoursExceptions": [
                 *           {
                 *             "date": "2026-03-02",
                 *             "hours": [
                 *               {
                 *                 "from": "09:00",
                 *                 "to": "17:30"
                 *               }
                 *             ],
                 *             "name": "Front desk"
                 *           }
                 *         ],
                 *         "escalation": {
                 *           "policy": "Example text",
                 *           "words": [
                 *             "Example text"
                 *           ]
                 *         },
                 *         "knowledge": {
                 *           "synonyms": [
                 *             [
                 *               "locker",
                 *               "wardrobe",
                 *               "guardarropa"
                 *             ]
                 *           ]
                 *         },
                 *         "emergency": {
                 *           "text": {
                 *             "en": "Example text",
                 *             "es": "Example text"
                 *           },
                 *           "contacts": [
                 *             {
                 *               "label": "Example text",
                 *               "phone": "112"
                 *             }
                 *           ],
                 *           "secondOpinion": true
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    country?: string | null;
                    /** @default {} */
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        prices?: {
                            [key: string]: {
                                input: number;
                                output: number;
                            };
                        };
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    /**
                     * @default en
                     * @example es-ES
                     */
                    locale?: string;
                    name: string;
                    /** @default {} */
                    profile?: {
                        about?: string;
                        contact?: {
                            address?: string;
                            /** @example ana@example.com */
                            email?: string;
                            /** @example +34 600 123 456 */
                            phone?: string;
                            /** @example https://www.example.com */
                            website?: string;
                        };
                        emergency?: {
                            contacts?: {
                                label: string;
                                /** @example 112 */
                                phone: string;
                            }[];
                            secondOpinion?: boolean;
                            text?: {
                                en?: string;
                                es?: string;
                            };
                        };
                        escalation?: {
                            policy?: string;
                            words?: string[];
                        };
                        hoursExceptions?: {
                            /** Format: date */
                            date: string;
                            hours: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            name?: string;
                        }[];
                        knowledge?: {
                            /**
                             * @example [
                             *       [
                             *         "locker",
                             *         "wardrobe",
                             *         "guardarropa"
                             *       ]
                             *     ]
                             */
                            synonyms?: string[][];
                        };
                        openingHours?: {
                            friday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            monday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            saturday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            sunday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            thursday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            tuesday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            wednesday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                        };
                        services?: {
                            description?: string;
                            name: string;
                        }[];
                    };
                    /** @example sunrise-clinic */
                    slug: string;
                    /**
                     * @default UTC
                     * @example Europe/Madrid
                     */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Create a tenant, as platform admin, or your own where people may register */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "timezone": "Example text",
                     *       "locale": "Example text",
                     *       "country": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ],
                     *         "prices": {}
                     *       },
                     *       "profile": {
                     *         "about": "Example text",
                     *         "services": [
                     *           {
                     *             "name": "Front desk",
                     *             "description": "Example text"
                     *           }
                     *         ],
                     *         "contact": {
                     *           "phone": "+34 600 123 456",
                     *           "email": "ana@example.com",
                     *           "address": "Example text",
                     *           "website": "https://www.example.com"
                     *         },
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ]
                     *         },
                     *         "hoursExceptions": [
                     *           {
                     *             "date": "2026-03-02",
                     *             "hours": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "17:30"
                     *               }
                     *             ],
                     *             "name": "Front desk"
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "policy": "Example text",
                     *           "words": [
                     *             "Example text"
                     *           ]
                     *         },
                     *         "knowledge": {
                     *           "synonyms": [
                     *             [
                     *               "locker",
                     *               "wardrobe",
                     *               "guardarropa"
                     *             ]
                     *           ]
                     *         },
                     *         "emergency": {
                     *           "text": {
                     *             "en": "Example text",
                     *             "es": "Example text"
                     *           },
                     *           "contacts": [
                     *             {
                     *               "label": "Example text",
                     *               "phone": "112"
                     *             }
                     *           ],
                     *           "secondOpinion": true
                     *         }
                     *       },
                     *       "isOnboarding": true,
                     *       "requiresSingleSignOn": true,
                     *       "idleSignOutMinutes": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        idleSignOutMinutes: number | null;
                        isOnboarding: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            prices?: {
                                [key: string]: {
                                    input: number;
                                    output: number;
                                };
                            };
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        locale: string;
                        name: string;
                        profile: {
                            about?: string;
                            contact?: {
                                address?: string;
                                /** @example ana@example.com */
                                email?: string;
                                /** @example +34 600 123 456 */
                                phone?: string;
                                /** @example https://www.example.com */
                                website?: string;
                            };
                            emergency?: {
                                contacts?: {
                                    label: string;
                                    /** @example 112 */
                                    phone: string;
                                }[];
                                secondOpinion?: boolean;
                                text?: {
                                    en?: string;
                                    es?: string;
                                };
                            };
                            escalation?: {
                                policy?: string;
                                words?: string[];
                            };
                            hoursExceptions?: {
                                /** Format: date */
                                date: string;
                                hours: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                name?: string;
                            }[];
                            knowledge?: {
                                /**
                                 * @example [
                                 *       [
                                 *         "locker",
                                 *         "wardrobe",
                                 *         "guardarropa"
                                 *       ]
                                 *     ]
                                 */
                                synonyms?: string[][];
                            };
                            openingHours?: {
                                friday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                monday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                saturday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                sunday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                thursday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                tuesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                wednesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                            };
                            services?: {
                                description?: string;
                                name: string;
                            }[];
                        };
                        requiresSingleSignOn: boolean;
                        slug: string;
                        timezone: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getTenantsByTenantId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a tenant and its apps, with how many sessions each has had */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "timezone": "Example text",
                     *       "locale": "Example text",
                     *       "country": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ],
                     *         "prices": {}
                     *       },
                     *       "profile": {
                     *         "about": "Example text",
                     *         "services": [
                     *           {
                     *             "name": "Front desk",
                     *             "description": "Example text"
                     *           }
                     *         ],
                     *         "contact": {
                     *           "phone": "+34 600 123 456",
                     *           "email": "ana@example.com",
                     *           "address": "Example text",
                     *           "website": "https://www.example.com"
                     *         },
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ]
                     *         },
                     *         "hoursExceptions": [
                     *           {
                     *             "date": "2026-03-02",
                     *             "hours": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "17:30"
                     *               }
                     *             ],
                     *             "name": "Front desk"
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "policy": "Example text",
                     *           "words": [
                     *             "Example text"
                     *           ]
                     *         },
                     *         "knowledge": {
                     *           "synonyms": [
                     *             [
                     *               "locker",
                     *               "wardrobe",
                     *               "guardarropa"
                     *             ]
                     *           ]
                     *         },
                     *         "emergency": {
                     *           "text": {
                     *             "en": "Example text",
                     *             "es": "Example text"
                     *           },
                     *           "contacts": [
                     *             {
                     *               "label": "Example text",
                     *               "phone": "112"
                     *             }
                     *           ],
                     *           "secondOpinion": true
                     *         }
                     *       },
                     *       "isOnboarding": true,
                     *       "requiresSingleSignOn": true,
                     *       "idleSignOutMinutes": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z",
                     *       "apps": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "slug": "Example text",
                     *           "projectId": "Example text",
                     *           "isActive": true,
                     *           "sessionCount": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        apps: {
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            name: string;
                            projectId: string;
                            sessionCount: number;
                            slug: string;
                        }[];
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        idleSignOutMinutes: number | null;
                        isOnboarding: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            prices?: {
                                [key: string]: {
                                    input: number;
                                    output: number;
                                };
                            };
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        locale: string;
                        name: string;
                        profile: {
                            about?: string;
                            contact?: {
                                address?: string;
                                /** @example ana@example.com */
                                email?: string;
                                /** @example +34 600 123 456 */
                                phone?: string;
                                /** @example https://www.example.com */
                                website?: string;
                            };
                            emergency?: {
                                contacts?: {
                                    label: string;
                                    /** @example 112 */
                                    phone: string;
                                }[];
                                secondOpinion?: boolean;
                                text?: {
                                    en?: string;
                                    es?: string;
                                };
                            };
                            escalation?: {
                                policy?: string;
                                words?: string[];
                            };
                            hoursExceptions?: {
                                /** Format: date */
                                date: string;
                                hours: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                name?: string;
                            }[];
                            knowledge?: {
                                /**
                                 * @example [
                                 *       [
                                 *         "locker",
                                 *         "wardrobe",
                                 *         "guardarropa"
                                 *       ]
                                 *     ]
                                 */
                                synonyms?: string[][];
                            };
                            openingHours?: {
                                friday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                monday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                saturday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                sunday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                thursday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                tuesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                wednesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                            };
                            services?: {
                                description?: string;
                                name: string;
                            }[];
                        };
                        requiresSingleSignOn: boolean;
                        slug: string;
                        timezone: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchTenantsByTenantId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "slug": "sunrise-clinic",
                 *       "timezone": "Europe/Madrid",
                 *       "locale": "es-ES",
                 *       "country": "ES",
                 *       "llmConfig": {
                 *         "provider": "openai",
                 *         "model": "Example text",
                 *         "temperature": 1,
                 *         "maxTokens": 1,
                 *         "fallback": [
                 *           "anthropic"
                 *         ],
                 *         "prices": {}
                 *       },
                 *       "profile": {
                 *         "about": "Example text",
                 *         "services": [
                 *           {
                 *             "name": "Front desk",
                 *             "description": "Example text"
                 *           }
                 *         ],
                 *         "contact": {
                 *           "phone": "+34 600 123 456",
                 *           "email": "ana@example.com",
                 *           "address": "Example text",
                 *           "website": "https://www.example.com"
                 *         },
                 *         "openingHours": {
                 *           "monday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "tuesday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "wednesday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "thursday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "friday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "saturday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ],
                 *           "sunday": [
                 *             {
                 *               "from": "09:00",
                 *               "to": "17:30"
                 *             }
                 *           ]
                 *         },
                 *         "hoursExceptions": [
                 *           {
                 *             "date": "2026-03-02",
                 *             "hours": [
                 *               {
                 *                 "from": "09:00",
                 *                 "to": "17:30"
                 *               }
                 *             ],
                 *             "name": "Front desk"
                 *           }
                 *         ],
                 *         "escalation": {
                 *           "policy": "Example text",
                 *           "words": [
                 *             "Example text"
                 *           ]
                 *         },
                 *         "knowledge": {
                 *           "synonyms": [
                 *             [
                 *               "locker",
                 *               "wardrobe",
                 *               "guardarropa"
                 *             ]
                 *           ]
                 *         },
                 *         "emergency": {
                 *           "text": {
                 *             "en": "Example text",
                 *             "es": "Example text"
                 *           },
                 *           "contacts": [
                 *             {
                 *               "label": "Example text",
                 *               "phone": "112"
                 *             }
                 *           ],
                 *           "secondOpinion": true
                 *         }
                 *       },
                 *       "requiresSingleSignOn": true,
                 *       "idleSignOutMinutes": 5
                 *     }
                 */
                "application/json": {
                    country?: string | null;
                    idleSignOutMinutes?: number | null;
                    llmConfig?: {
                        fallback?: string[];
                        maxTokens?: number;
                        model?: string;
                        prices?: {
                            [key: string]: {
                                input: number;
                                output: number;
                            };
                        };
                        /** @enum {string} */
                        provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                        temperature?: number;
                    };
                    /** @example es-ES */
                    locale?: string;
                    name?: string;
                    profile?: {
                        about?: string;
                        contact?: {
                            address?: string;
                            /** @example ana@example.com */
                            email?: string;
                            /** @example +34 600 123 456 */
                            phone?: string;
                            /** @example https://www.example.com */
                            website?: string;
                        };
                        emergency?: {
                            contacts?: {
                                label: string;
                                /** @example 112 */
                                phone: string;
                            }[];
                            secondOpinion?: boolean;
                            text?: {
                                en?: string;
                                es?: string;
                            };
                        };
                        escalation?: {
                            policy?: string;
                            words?: string[];
                        };
                        hoursExceptions?: {
                            /** Format: date */
                            date: string;
                            hours: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            name?: string;
                        }[];
                        knowledge?: {
                            /**
                             * @example [
                             *       [
                             *         "locker",
                             *         "wardrobe",
                             *         "guardarropa"
                             *       ]
                             *     ]
                             */
                            synonyms?: string[][];
                        };
                        openingHours?: {
                            friday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            monday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            saturday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            sunday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            thursday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            tuesday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                            wednesday?: {
                                /** @example 09:00 */
                                from: string;
                                /** @example 17:30 */
                                to: string;
                            }[];
                        };
                        services?: {
                            description?: string;
                            name: string;
                        }[];
                    };
                    requiresSingleSignOn?: boolean;
                    /** @example sunrise-clinic */
                    slug?: string;
                    /** @example Europe/Madrid */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Change a tenant */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "timezone": "Example text",
                     *       "locale": "Example text",
                     *       "country": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ],
                     *         "prices": {}
                     *       },
                     *       "profile": {
                     *         "about": "Example text",
                     *         "services": [
                     *           {
                     *             "name": "Front desk",
                     *             "description": "Example text"
                     *           }
                     *         ],
                     *         "contact": {
                     *           "phone": "+34 600 123 456",
                     *           "email": "ana@example.com",
                     *           "address": "Example text",
                     *           "website": "https://www.example.com"
                     *         },
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ]
                     *         },
                     *         "hoursExceptions": [
                     *           {
                     *             "date": "2026-03-02",
                     *             "hours": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "17:30"
                     *               }
                     *             ],
                     *             "name": "Front desk"
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "policy": "Example text",
                     *           "words": [
                     *             "Example text"
                     *           ]
                     *         },
                     *         "knowledge": {
                     *           "synonyms": [
                     *             [
                     *               "locker",
                     *               "wardrobe",
                     *               "guardarropa"
                     *             ]
                     *           ]
                     *         },
                     *         "emergency": {
                     *           "text": {
                     *             "en": "Example text",
                     *             "es": "Example text"
                     *           },
                     *           "contacts": [
                     *             {
                     *               "label": "Example text",
                     *               "phone": "112"
                     *             }
                     *           ],
                     *           "secondOpinion": true
                     *         }
                     *       },
                     *       "isOnboarding": true,
                     *       "requiresSingleSignOn": true,
                     *       "idleSignOutMinutes": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        idleSignOutMinutes: number | null;
                        isOnboarding: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            prices?: {
                                [key: string]: {
                                    input: number;
                                    output: number;
                                };
                            };
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        locale: string;
                        name: string;
                        profile: {
                            about?: string;
                            contact?: {
                                address?: string;
                                /** @example ana@example.com */
                                email?: string;
                                /** @example +34 600 123 456 */
                                phone?: string;
                                /** @example https://www.example.com */
                                website?: string;
                            };
                            emergency?: {
                                contacts?: {
                                    label: string;
                                    /** @example 112 */
                                    phone: string;
                                }[];
                                secondOpinion?: boolean;
                                text?: {
                                    en?: string;
                                    es?: string;
                                };
                            };
                            escalation?: {
                                policy?: string;
                                words?: string[];
                            };
                            hoursExceptions?: {
                                /** Format: date */
                                date: string;
                                hours: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                name?: string;
                            }[];
                            knowledge?: {
                                /**
                                 * @example [
                                 *       [
                                 *         "locker",
                                 *         "wardrobe",
                                 *         "guardarropa"
                                 *       ]
                                 *     ]
                                 */
                                synonyms?: string[][];
                            };
                            openingHours?: {
                                friday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                monday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                saturday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                sunday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                thursday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                tuesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                wednesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                            };
                            services?: {
                                description?: string;
                                name: string;
                            }[];
                        };
                        requiresSingleSignOn: boolean;
                        slug: string;
                        timezone: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getTenantsByTenantIdBreakGlass: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List when platform admins have opened the personal data of a tenant, and why, the newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "personName": "Example text",
                     *           "reason": "Example text",
                     *           "expiresAt": "2026-03-02T09:00:00.000Z",
                     *           "endedAt": "2026-03-02T09:00:00.000Z",
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            personId: string;
                            personName: string;
                            reason: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postTenantsByTenantIdBreakGlass: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Example text",
                 *       "minutes": 1
                 *     }
                 */
                "application/json": {
                    minutes: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As platform admin, open the personal data of a tenant that is not yours, with a reason; its owners are told */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *       "personName": "Example text",
                     *       "reason": "Example text",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "endedAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        endedAt: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        personId: string;
                        personName: string;
                        reason: string;
                    };
                };
            };
        };
    };
    deleteTenantsByTenantIdBreakGlassByBreakGlassId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000c0e68ed5 */
                breakGlassId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End such an access before its time, as owner or as platform admin */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postTenantsByTenantIdCompleteOnboarding: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Finish setting up a workspace; from now on visitors are let in */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "slug": "Example text",
                     *       "timezone": "Example text",
                     *       "locale": "Example text",
                     *       "country": "Example text",
                     *       "llmConfig": {
                     *         "provider": "openai",
                     *         "model": "Example text",
                     *         "temperature": 1,
                     *         "maxTokens": 1,
                     *         "fallback": [
                     *           "anthropic"
                     *         ],
                     *         "prices": {}
                     *       },
                     *       "profile": {
                     *         "about": "Example text",
                     *         "services": [
                     *           {
                     *             "name": "Front desk",
                     *             "description": "Example text"
                     *           }
                     *         ],
                     *         "contact": {
                     *           "phone": "+34 600 123 456",
                     *           "email": "ana@example.com",
                     *           "address": "Example text",
                     *           "website": "https://www.example.com"
                     *         },
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "tuesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "wednesday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "thursday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "friday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "saturday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ],
                     *           "sunday": [
                     *             {
                     *               "from": "09:00",
                     *               "to": "17:30"
                     *             }
                     *           ]
                     *         },
                     *         "hoursExceptions": [
                     *           {
                     *             "date": "2026-03-02",
                     *             "hours": [
                     *               {
                     *                 "from": "09:00",
                     *                 "to": "17:30"
                     *               }
                     *             ],
                     *             "name": "Front desk"
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "policy": "Example text",
                     *           "words": [
                     *             "Example text"
                     *           ]
                     *         },
                     *         "knowledge": {
                     *           "synonyms": [
                     *             [
                     *               "locker",
                     *               "wardrobe",
                     *               "guardarropa"
                     *             ]
                     *           ]
                     *         },
                     *         "emergency": {
                     *           "text": {
                     *             "en": "Example text",
                     *             "es": "Example text"
                     *           },
                     *           "contacts": [
                     *             {
                     *               "label": "Example text",
                     *               "phone": "112"
                     *             }
                     *           ],
                     *           "secondOpinion": true
                     *         }
                     *       },
                     *       "isOnboarding": true,
                     *       "requiresSingleSignOn": true,
                     *       "idleSignOutMinutes": 1,
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        idleSignOutMinutes: number | null;
                        isOnboarding: boolean;
                        llmConfig: {
                            fallback?: string[];
                            maxTokens?: number;
                            model?: string;
                            prices?: {
                                [key: string]: {
                                    input: number;
                                    output: number;
                                };
                            };
                            /** @enum {string} */
                            provider?: "openai" | "openai-compatible" | "azure" | "ollama" | "vllm" | "anthropic" | "builtin";
                            temperature?: number;
                        };
                        locale: string;
                        name: string;
                        profile: {
                            about?: string;
                            contact?: {
                                address?: string;
                                /** @example ana@example.com */
                                email?: string;
                                /** @example +34 600 123 456 */
                                phone?: string;
                                /** @example https://www.example.com */
                                website?: string;
                            };
                            emergency?: {
                                contacts?: {
                                    label: string;
                                    /** @example 112 */
                                    phone: string;
                                }[];
                                secondOpinion?: boolean;
                                text?: {
                                    en?: string;
                                    es?: string;
                                };
                            };
                            escalation?: {
                                policy?: string;
                                words?: string[];
                            };
                            hoursExceptions?: {
                                /** Format: date */
                                date: string;
                                hours: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                name?: string;
                            }[];
                            knowledge?: {
                                /**
                                 * @example [
                                 *       [
                                 *         "locker",
                                 *         "wardrobe",
                                 *         "guardarropa"
                                 *       ]
                                 *     ]
                                 */
                                synonyms?: string[][];
                            };
                            openingHours?: {
                                friday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                monday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                saturday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                sunday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                thursday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                tuesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                                wednesday?: {
                                    /** @example 09:00 */
                                    from: string;
                                    /** @example 17:30 */
                                    to: string;
                                }[];
                            };
                            services?: {
                                description?: string;
                                name: string;
                            }[];
                        };
                        requiresSingleSignOn: boolean;
                        slug: string;
                        timezone: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getTenantsByTenantIdIdentityProviders: {
        parameters: {
            query?: {
                /** @example 2026-03-02T09:00:00.000Z */
                createdAfter?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdBefore?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the identity providers of a tenant */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "name": "Front desk",
                     *           "issuer": "Example text",
                     *           "clientId": "Example text",
                     *           "domains": [
                     *             "Example text"
                     *           ],
                     *           "joinRole": "viewer",
                     *           "isActive": true,
                     *           "redirectUri": "Example text",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            clientId: string;
                            /** Format: date-time */
                            createdAt: string;
                            domains: string[];
                            /** Format: uuid */
                            id: string;
                            isActive: boolean;
                            issuer: string;
                            joinRole: ("viewer" | "agent" | "admin") | null;
                            name: string;
                            redirectUri: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postTenantsByTenantIdIdentityProviders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "issuer": "https://login.example.com",
                 *       "clientId": "Example text",
                 *       "clientSecret": "Example text",
                 *       "domains": [
                 *         "example.com"
                 *       ],
                 *       "joinRole": "viewer",
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    clientId: string;
                    clientSecret: string;
                    domains: string[];
                    /** @default true */
                    isActive?: boolean;
                    /** @example https://login.example.com */
                    issuer: string;
                    /** @default null */
                    joinRole?: ("viewer" | "agent" | "admin") | null;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Let people sign in through an OpenID Connect provider */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "issuer": "Example text",
                     *       "clientId": "Example text",
                     *       "domains": [
                     *         "Example text"
                     *       ],
                     *       "joinRole": "viewer",
                     *       "isActive": true,
                     *       "redirectUri": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        clientId: string;
                        /** Format: date-time */
                        createdAt: string;
                        domains: string[];
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        issuer: string;
                        joinRole: ("viewer" | "agent" | "admin") | null;
                        name: string;
                        redirectUri: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    deleteTenantsByTenantIdIdentityProvidersByProviderId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000a12cd3a8 */
                providerId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an identity provider; those who came through one of this tenant are signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchTenantsByTenantIdIdentityProvidersByProviderId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000a12cd3a8 */
                providerId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Front desk",
                 *       "issuer": "https://login.example.com",
                 *       "clientId": "Example text",
                 *       "clientSecret": "Example text",
                 *       "domains": [
                 *         "example.com"
                 *       ],
                 *       "joinRole": "viewer",
                 *       "isActive": true
                 *     }
                 */
                "application/json": {
                    clientId?: string;
                    clientSecret?: string;
                    domains?: string[];
                    isActive?: boolean;
                    /** @example https://login.example.com */
                    issuer?: string;
                    joinRole?: ("viewer" | "agent" | "admin") | null;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Change an identity provider; where it is trusted less than before, those who came through it are signed out */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "name": "Front desk",
                     *       "issuer": "Example text",
                     *       "clientId": "Example text",
                     *       "domains": [
                     *         "Example text"
                     *       ],
                     *       "joinRole": "viewer",
                     *       "isActive": true,
                     *       "redirectUri": "Example text",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        clientId: string;
                        /** Format: date-time */
                        createdAt: string;
                        domains: string[];
                        /** Format: uuid */
                        id: string;
                        isActive: boolean;
                        issuer: string;
                        joinRole: ("viewer" | "agent" | "admin") | null;
                        name: string;
                        redirectUri: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getTenantsByTenantIdInvitations: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the invitations of a tenant, the newest first */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "email": "ana@example.com",
                     *           "role": "owner",
                     *           "status": "pending",
                     *           "invitedByPersonId": "0190a3f0-7c3a-7000-8000-0000b9a16780",
                     *           "expiresAt": "2026-03-02T09:00:00.000Z",
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            invitedByPersonId: string | null;
                            /** @enum {string} */
                            role: "owner" | "admin" | "agent" | "viewer";
                            /** @enum {string} */
                            status: "pending" | "accepted" | "revoked" | "expired";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postTenantsByTenantIdInvitations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "role": "owner"
                 *     }
                 */
                "application/json": {
                    /** @example ana@example.com */
                    email: string;
                    /**
                     * @default agent
                     * @enum {string}
                     */
                    role?: "owner" | "admin" | "agent" | "viewer";
                };
            };
        };
        responses: {
            /** @description Invite somebody by e-mail, with a role that is not above your own */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "email": "ana@example.com",
                     *       "role": "owner",
                     *       "status": "pending",
                     *       "invitedByPersonId": "0190a3f0-7c3a-7000-8000-0000b9a16780",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        email: string;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                        invitedByPersonId: string | null;
                        /** @enum {string} */
                        role: "owner" | "admin" | "agent" | "viewer";
                        /** @enum {string} */
                        status: "pending" | "accepted" | "revoked" | "expired";
                    };
                };
            };
        };
    };
    deleteTenantsByTenantIdInvitationsByInvitationId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000095035546 */
                invitationId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an invitation back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postTenantsByTenantIdInvitationsByInvitationIdResend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000095035546 */
                invitationId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send an invitation again, also one that has expired */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "email": "ana@example.com",
                     *       "role": "owner",
                     *       "status": "pending",
                     *       "invitedByPersonId": "0190a3f0-7c3a-7000-8000-0000b9a16780",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        email: string;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                        invitedByPersonId: string | null;
                        /** @enum {string} */
                        role: "owner" | "admin" | "agent" | "viewer";
                        /** @enum {string} */
                        status: "pending" | "accepted" | "revoked" | "expired";
                    };
                };
            };
        };
    };
    getTenantsByTenantIdMembers: {
        parameters: {
            query?: {
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
                /** @example owner */
                role?: "owner" | "admin" | "agent" | "viewer";
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the people of a tenant and their roles */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *           "email": "ana@example.com",
                     *           "name": "Front desk",
                     *           "role": "owner",
                     *           "createdAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "agent" | "viewer";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    deleteTenantsByTenantIdMembersByMemberId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00006d8ec7ec */
                memberId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a member; their access ends at once */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchTenantsByTenantIdMembersByMemberId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-00006d8ec7ec */
                memberId: string;
                /** @example 0190a3f0-7c3a-7000-8000-00004661e229 */
                tenantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "owner"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "admin" | "agent" | "viewer";
                };
            };
        };
        responses: {
            /** @description Give a member another role */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "personId": "0190a3f0-7c3a-7000-8000-0000aeae95fa",
                     *       "email": "ana@example.com",
                     *       "name": "Front desk",
                     *       "role": "owner",
                     *       "createdAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        email: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        personId: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "agent" | "viewer";
                    };
                };
            };
        };
    };
    getTickets: {
        parameters: {
            query?: {
                /** @example 0190a3f0-7c3a-7000-8000-0000ef76a6d0 */
                conversationId?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdAfter?: string;
                /** @example 2026-03-02T09:00:00.000Z */
                createdBefore?: string;
                /** @example Example text */
                cursor?: string;
                /** @example 25 */
                limit?: number;
                /** @example Example text */
                q?: string;
                /** @example T-5F0A3C1B */
                reference?: string;
                /** @example open */
                status?: "open" | "done";
            };
            header?: {
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List tickets, the latest first, of one status or all */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *           "reference": "Example text",
                     *           "subject": "Call back about the appointment",
                     *           "description": "Example text",
                     *           "status": "open",
                     *           "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *           "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "updatedAt": "2026-03-02T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "Example text"
                     *     }
                     */
                    "application/json": {
                        items: {
                            contactId: string | null;
                            conversationId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            description: string;
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            /** @enum {string} */
                            status: "open" | "done";
                            subject: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    postTickets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Call back about the appointment",
                 *       "description": "",
                 *       "status": "open"
                 *     }
                 */
                "application/json": {
                    /** @default  */
                    description?: string;
                    /**
                     * @default open
                     * @enum {string}
                     */
                    status?: "open" | "done";
                    subject: string;
                };
            };
        };
        responses: {
            /** @description Open a ticket */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "reference": "Example text",
                     *       "subject": "Call back about the appointment",
                     *       "description": "Example text",
                     *       "status": "open",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        contactId: string | null;
                        conversationId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        /** Format: uuid */
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        status: "open" | "done";
                        subject: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getTicketsByTicketId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already; 304 when nothing has changed
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000007be540c */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a ticket */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "reference": "Example text",
                     *       "subject": "Call back about the appointment",
                     *       "description": "Example text",
                     *       "status": "open",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        contactId: string | null;
                        conversationId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        /** Format: uuid */
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        status: "open" | "done";
                        subject: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
            /** @description Nothing has changed since the version in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchTicketsByTicketId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text that is new for every change, such as a UUID. The same request with the same key is done once and answered alike for 24 hours; an answer that was repeated says so by `Idempotency-Replayed: true`. A refusal that changed nothing leaves the key free.
                 * @example 7f3c1f5e-0b8a-4f55-9d0e-1f6f8d1f2a3b
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag that the change is based on; 412 when somebody else was faster
                 * @example "XrY7u-Ae7tCTyyK7j1rNww"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description The tenant to act in; only people with several need to name one
                 * @example 0190a3f0-7c3a-7000-8000-000000000001
                 */
                "X-Tenant-Id"?: components["parameters"]["TenantId"];
            };
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-000007be540c */
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Call back about the appointment",
                 *       "description": "Example text",
                 *       "status": "open"
                 *     }
                 */
                "application/json": {
                    description?: string;
                    /** @enum {string} */
                    status?: "open" | "done";
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Change a ticket */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190a3f0-7c3a-7000-8000-0000000010dc",
                     *       "reference": "Example text",
                     *       "subject": "Call back about the appointment",
                     *       "description": "Example text",
                     *       "status": "open",
                     *       "conversationId": "0190a3f0-7c3a-7000-8000-0000ef76a6d0",
                     *       "contactId": "0190a3f0-7c3a-7000-8000-0000dbc87e2f",
                     *       "createdAt": "2026-03-02T09:00:00.000Z",
                     *       "updatedAt": "2026-03-02T09:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        contactId: string | null;
                        conversationId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        description: string;
                        /** Format: uuid */
                        id: string;
                        reference: string;
                        /** @enum {string} */
                        status: "open" | "done";
                        subject: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getWidgetConfig: {
        parameters: {
            query: {
                /** @example es-ES */
                locale?: string;
                /** @example front-desk */
                projectId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How an app’s widget looks */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": "Example text",
                     *       "configVersion": 1,
                     *       "locale": "Example text",
                     *       "features": {},
                     *       "theme": {},
                     *       "launcher": {
                     *         "backgroundColor": "Example text",
                     *         "color": "Example text",
                     *         "position": "bottom-right",
                     *         "offset": {
                     *           "horizontal": 1,
                     *           "vertical": 1
                     *         },
                     *         "label": "Example text",
                     *         "icon": "chat",
                     *         "iconPath": "Example text",
                     *         "isHidden": true
                     *       },
                     *       "uiHints": {
                     *         "welcomeMessage": "Example text",
                     *         "widgetTitle": "Example text"
                     *       }
                     *     }
                     */
                    "application/json": {
                        configVersion: number;
                        features: {
                            [key: string]: boolean;
                        };
                        launcher: {
                            backgroundColor: string;
                            color: string;
                            /** @enum {string} */
                            icon: "chat" | "question" | "heart" | "hand";
                            iconPath: string;
                            isHidden: boolean;
                            label: string;
                            offset: {
                                horizontal: number;
                                vertical: number;
                            };
                            /** @enum {string} */
                            position: "bottom-right" | "bottom-left";
                        };
                        locale: string;
                        projectId: string;
                        theme: {
                            [key: string]: unknown;
                        };
                        uiHints: {
                            welcomeMessage: string;
                            widgetTitle: string;
                        };
                    };
                };
            };
        };
    };
    getWidgetEvents: {
        parameters: {
            query?: {
                /** @example 1 */
                afterSeq?: number;
                /** @example Example text */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frames of the chat socket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Follow a conversation */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postWidgetFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Upload a file */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8",
                     *       "name": "Front desk",
                     *       "contentType": "Example text",
                     *       "size": 1
                     *     }
                     */
                    "application/json": {
                        contentType: string;
                        /** Format: uuid */
                        fileId: string;
                        name: string;
                        size: number;
                    };
                };
            };
        };
    };
    getWidgetFilesByFileId: {
        parameters: {
            query?: {
                /** @example Example text */
                link?: string;
            };
            header?: never;
            path: {
                /** @example 0190a3f0-7c3a-7000-8000-0000e8eecaf8 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description The part that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Fetch a file of the conversation */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postWidgetInit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "front-desk",
                 *       "widgetInstanceId": "Example text",
                 *       "externalUserId": "Example text",
                 *       "userToken": "Example text",
                 *       "pageUrl": "Example text",
                 *       "referrer": "Example text",
                 *       "hostOrigin": "Example text",
                 *       "userAgent": "Example text",
                 *       "locale": "es-ES",
                 *       "metadata": {}
                 *     }
                 */
                "application/json": {
                    externalUserId?: string;
                    hostOrigin?: string;
                    /** @example es-ES */
                    locale?: string;
                    /** @default {} */
                    metadata?: {
                        [key: string]: unknown;
                    };
                    pageUrl?: string;
                    /** @example front-desk */
                    projectId: string;
                    referrer?: string;
                    userAgent?: string;
                    userToken?: string;
                    widgetInstanceId: string;
                };
            };
        };
        responses: {
            /** @description Start a widget session */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "Example text",
                     *       "token": "Example text",
                     *       "configVersion": 1,
                     *       "features": {},
                     *       "theme": {},
                     *       "chat": {
                     *         "wsUrl": "Example text"
                     *       },
                     *       "uiHints": {
                     *         "welcomeMessage": "Example text",
                     *         "widgetTitle": "Example text"
                     *       }
                     *     }
                     */
                    "application/json": {
                        chat: {
                            wsUrl: string;
                        };
                        configVersion: number;
                        features: {
                            [key: string]: boolean;
                        };
                        sessionId: string;
                        theme: {
                            [key: string]: unknown;
                        };
                        token: string;
                        uiHints: {
                            welcomeMessage: string;
                            widgetTitle: string;
                        };
                    };
                };
            };
        };
    };
    postWidgetMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "Example text",
                 *       "clientMessageId": "Example text",
                 *       "attachments": [
                 *         {
                 *           "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    attachments?: {
                        /** Format: uuid */
                        fileId: string;
                    }[];
                    clientMessageId?: string;
                    content: string;
                };
            };
        };
        responses: {
            /** @description Send a message and get the answer */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ack": {
                     *         "type": "message_ack",
                     *         "clientMessageId": "Example text",
                     *         "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *         "seq": 1
                     *       },
                     *       "messages": [
                     *         {
                     *           "type": "message",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "role": "assistant",
                     *           "content": "Example text",
                     *           "seq": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "clientMessageId": "Example text",
                     *           "finishReason": "Example text",
                     *           "sources": [
                     *             "anything"
                     *           ],
                     *           "attachments": [
                     *             {
                     *               "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8",
                     *               "name": "Front desk",
                     *               "contentType": "Example text",
                     *               "size": 1,
                     *               "url": "Example text"
                     *             }
                     *           ],
                     *           "author": {
                     *             "name": "Front desk"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        ack: {
                            clientMessageId?: string;
                            /** Format: uuid */
                            messageId: string;
                            seq: number;
                            /** @constant */
                            type: "message_ack";
                        };
                        messages: ({
                            attachments?: {
                                contentType: string;
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                size: number;
                                url?: string;
                            }[];
                            author?: {
                                name: string;
                            };
                            clientMessageId?: string;
                            content: string;
                            /** Format: date-time */
                            createdAt: string;
                            finishReason?: string;
                            /** Format: uuid */
                            messageId: string;
                            /** @enum {string} */
                            role: "assistant" | "user" | "agent" | "system";
                            seq: number;
                            sources?: unknown[];
                            /** @constant */
                            type: "message";
                        } | {
                            contacts: {
                                label: string;
                                phone: string;
                            }[];
                            text: string;
                            /** @constant */
                            type: "emergency";
                        })[];
                    };
                    "text/event-stream": string;
                };
            };
            /** @description Send a message and get the answer */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ack": {
                     *         "type": "message_ack",
                     *         "clientMessageId": "Example text",
                     *         "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *         "seq": 1
                     *       },
                     *       "messages": [
                     *         {
                     *           "type": "message",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "role": "assistant",
                     *           "content": "Example text",
                     *           "seq": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "clientMessageId": "Example text",
                     *           "finishReason": "Example text",
                     *           "sources": [
                     *             "anything"
                     *           ],
                     *           "attachments": [
                     *             {
                     *               "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8",
                     *               "name": "Front desk",
                     *               "contentType": "Example text",
                     *               "size": 1,
                     *               "url": "Example text"
                     *             }
                     *           ],
                     *           "author": {
                     *             "name": "Front desk"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        ack: {
                            clientMessageId?: string;
                            /** Format: uuid */
                            messageId: string;
                            seq: number;
                            /** @constant */
                            type: "message_ack";
                        };
                        messages: ({
                            attachments?: {
                                contentType: string;
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                size: number;
                                url?: string;
                            }[];
                            author?: {
                                name: string;
                            };
                            clientMessageId?: string;
                            content: string;
                            /** Format: date-time */
                            createdAt: string;
                            finishReason?: string;
                            /** Format: uuid */
                            messageId: string;
                            /** @enum {string} */
                            role: "assistant" | "user" | "agent" | "system";
                            seq: number;
                            sources?: unknown[];
                            /** @constant */
                            type: "message";
                        } | {
                            contacts: {
                                label: string;
                                phone: string;
                            }[];
                            text: string;
                            /** @constant */
                            type: "emergency";
                        })[];
                    };
                };
            };
        };
    };
    getWidgetMessages: {
        parameters: {
            query?: {
                /** @example 0 */
                afterSeq?: number;
                /** @example 200 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the messages of a conversation after a seq */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "message",
                     *           "messageId": "0190a3f0-7c3a-7000-8000-00009e7503d9",
                     *           "role": "assistant",
                     *           "content": "Example text",
                     *           "seq": 1,
                     *           "createdAt": "2026-03-02T09:00:00.000Z",
                     *           "clientMessageId": "Example text",
                     *           "finishReason": "Example text",
                     *           "sources": [
                     *             "anything"
                     *           ],
                     *           "attachments": [
                     *             {
                     *               "fileId": "0190a3f0-7c3a-7000-8000-0000e8eecaf8",
                     *               "name": "Front desk",
                     *               "contentType": "Example text",
                     *               "size": 1,
                     *               "url": "Example text"
                     *             }
                     *           ],
                     *           "author": {
                     *             "name": "Front desk"
                     *           }
                     *         }
                     *       ],
                     *       "lastSeq": 1
                     *     }
                     */
                    "application/json": {
                        items: {
                            attachments?: {
                                contentType: string;
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                size: number;
                                url?: string;
                            }[];
                            author?: {
                                name: string;
                            };
                            clientMessageId?: string;
                            content: string;
                            /** Format: date-time */
                            createdAt: string;
                            finishReason?: string;
                            /** Format: uuid */
                            messageId: string;
                            /** @enum {string} */
                            role: "assistant" | "user" | "agent" | "system";
                            seq: number;
                            sources?: unknown[];
                            /** @constant */
                            type: "message";
                        }[];
                        lastSeq: number;
                    };
                };
            };
        };
    };
    postWidgetSessionInit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "front-desk",
                 *       "widgetInstanceId": "Example text",
                 *       "externalUserId": "Example text",
                 *       "userToken": "Example text",
                 *       "pageUrl": "Example text",
                 *       "referrer": "Example text",
                 *       "hostOrigin": "Example text",
                 *       "userAgent": "Example text",
                 *       "locale": "es-ES",
                 *       "metadata": {}
                 *     }
                 */
                "application/json": {
                    externalUserId?: string;
                    hostOrigin?: string;
                    /** @example es-ES */
                    locale?: string;
                    /** @default {} */
                    metadata?: {
                        [key: string]: unknown;
                    };
                    pageUrl?: string;
                    /** @example front-desk */
                    projectId: string;
                    referrer?: string;
                    userAgent?: string;
                    userToken?: string;
                    widgetInstanceId: string;
                };
            };
        };
        responses: {
            /** @description Start a widget session */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "Example text",
                     *       "token": "Example text",
                     *       "configVersion": 1,
                     *       "features": {},
                     *       "theme": {},
                     *       "chat": {
                     *         "wsUrl": "Example text"
                     *       },
                     *       "uiHints": {
                     *         "welcomeMessage": "Example text",
                     *         "widgetTitle": "Example text"
                     *       }
                     *     }
                     */
                    "application/json": {
                        chat: {
                            wsUrl: string;
                        };
                        configVersion: number;
                        features: {
                            [key: string]: boolean;
                        };
                        sessionId: string;
                        theme: {
                            [key: string]: unknown;
                        };
                        token: string;
                        uiHints: {
                            welcomeMessage: string;
                            widgetTitle: string;
                        };
                    };
                };
            };
        };
    };
    postWidgetSessionRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exchange a session token for a fresh one */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "Example text",
                     *       "expiresAt": "2026-03-02T09:00:00.000Z",
                     *       "chat": {
                     *         "wsUrl": "Example text"
                     *       }
                     *     }
                     */
                    "application/json": {
                        chat: {
                            wsUrl: string;
                        };
                        /** Format: date-time */
                        expiresAt: string;
                        token: string;
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text format of Prometheus */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the service and what it uses */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "timestamp": "2026-03-02T09:00:00.000Z",
                     *       "services": {},
                     *       "uptime": 1
                     *     }
                     */
                    "application/json": {
                        services: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        status: "ok" | "error";
                        /** Format: date-time */
                        timestamp: string;
                        uptime: number;
                    };
                };
            };
            /** @description The state of the service and what it uses */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "timestamp": "2026-03-02T09:00:00.000Z",
                     *       "services": {},
                     *       "uptime": 1
                     *     }
                     */
                    "application/json": {
                        services: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        status: "ok" | "error";
                        /** Format: date-time */
                        timestamp: string;
                        uptime: number;
                    };
                };
            };
        };
    };
    getStatusHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the service and what it uses */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "timestamp": "2026-03-02T09:00:00.000Z",
                     *       "services": {},
                     *       "uptime": 1
                     *     }
                     */
                    "application/json": {
                        services: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        status: "ok" | "error";
                        /** Format: date-time */
                        timestamp: string;
                        uptime: number;
                    };
                };
            };
            /** @description The state of the service and what it uses */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "timestamp": "2026-03-02T09:00:00.000Z",
                     *       "services": {},
                     *       "uptime": 1
                     *     }
                     */
                    "application/json": {
                        services: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        status: "ok" | "error";
                        /** Format: date-time */
                        timestamp: string;
                        uptime: number;
                    };
                };
            };
        };
    };
    getStatusVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version that runs */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "Example text",
                     *       "node": "Example text"
                     *     }
                     */
                    "application/json": {
                        node: string;
                        version: string;
                    };
                };
            };
        };
    };
}

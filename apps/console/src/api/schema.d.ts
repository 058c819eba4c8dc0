// Generated from the hub's OpenAPI document: UPDATE_CLIENT=1 npx jest test/console/client

export interface paths {
    "/webhooks/{instance}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Menjawab perkenalan sebuah platform sebelum ia mengirim kabar */
        get: operations["WebhooksController_introduce"];
        put?: never;
        /**
         * Menerima kabar dari sebuah platform
         * @description Ditandatangani menurut profil platform.
         */
        post: operations["WebhooksController_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proses hidup (tanpa basis data) */
        get: operations["ProbesController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Siap bekerja: basis data menjawab, dapat ditulis, dan skemanya mutakhir */
        get: operations["ProbesController_ready"];
        put?: never;
        post?: never;
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
        /** Angka untuk Prometheus */
        get: operations["ProbesController_numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Daftar aduan
         * @description Yang terakhir masuk lebih dulu. Tanpa identitas pelapor.
         */
        get: operations["ComplaintsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Satu aduan */
        get: operations["ComplaintsController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Membuka identitas pelapor, dengan alasan
         * @description Tercatat di jejak audit.
         */
        post: operations["ComplaintsController_identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/reporter-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kode pelapor dan tautan lacak, untuk disampaikan kepada pelapor sendiri
         * @description Siapa yang tahu kodenya dapat bertindak sebagai pelapor; tiap pembukaan tercatat di jejak audit.
         */
        post: operations["ComplaintsController_reporterCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Riwayat aduan: yang didengar dan yang dikirim, menurut waktu */
        get: operations["ComplaintsController_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mendisposisi aduan ke OPD */
        post: operations["ActsController_disposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/authority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menetapkan kewenangan
         * @description Aturan rute menentukan ke mana aduan lalu diteruskan.
         */
        post: operations["ActsController_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Meneruskan aduan ke sebuah platform, apa pun kata aturan rute */
        post: operations["ActsController_forward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/needs-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Meminta data kepada pelapor */
        post: operations["ActsController_needsInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menanggapi aduan
         * @description Tanggapan publik disampaikan ke semua platform aduan ini.
         */
        post: operations["ActsController_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mengubah status aduan */
        post: operations["ActsController_status"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/{number}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menandai anonim atau rahasia
         * @description Melonggarkan hanya oleh admin utama, dengan alasan.
         */
        post: operations["ActsController_marks"];
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
         * Percakapan di kanal warga
         * @description Terbaru dulu; orangnya disamarkan.
         */
        get: operations["ConversationsController_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Yang tidak dijadikan aduan, dengan alasannya
         * @description Terbaru dulu; kata-katanya tersimpan tiga puluh hari.
         */
        get: operations["ConversationsController_drops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aduan yang pokoknya belum pasti
         * @description Yang paling lama menunggu lebih dulu.
         */
        get: operations["TriageController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kecamatan, desa dan kelurahan dengan kodenya */
        get: operations["TriageController_areas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Yang sudah diputuskan, sebagai contoh untuk aturan
         * @description JSON per baris. Tanpa aduan anonim atau rahasia; nomor telepon dalam teks disamarkan.
         */
        get: operations["TriageController_examples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menerima usulan
         * @description Aturan rute lalu menentukan ke mana aduan diteruskan.
         */
        post: operations["TriageController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Membetulkan usulan
         * @description Pembetulan disimpan sebagai contoh.
         */
        post: operations["TriageController_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Semua koneksi dan keadaannya */
        get: operations["InstancesController_list"];
        put?: never;
        /**
         * Membuat koneksi baru dari contoh
         * @description Langsung berlaku di semua proses.
         */
        post: operations["NewInstanceController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keadaan satu koneksi */
        get: operations["InstancesController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tabel status dan kategori, dan kata yang belum dipetakan */
        get: operations["InstancesController_labels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pesan yang diterima dari koneksi ini
         * @description Yang terbaru lebih dulu; tanpa isinya.
         */
        get: operations["InstancesController_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menguji koneksi langkah demi langkah
         * @description Hanya membaca. Kegagalan platform pun dijawab 200, dengan ok: false dan cara memperbaikinya.
         */
        post: operations["InstancesController_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menjeda koneksi
         * @description Kabar yang masuk tetap disimpan; tidak ada yang hilang.
         */
        post: operations["InstancesController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Melanjutkan koneksi yang dijeda */
        post: operations["InstancesController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Konektor yang dikenal simpul ini */
        get: operations["NewInstanceController_connectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connectors/{connector}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contoh profil untuk koneksi baru */
        get: operations["NewInstanceController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profil yang berlaku, dan bedanya dengan berkas */
        get: operations["ProfilesController_show"];
        /**
         * Menyimpan versi baru, yang langsung berlaku
         * @description Di semua proses, tanpa mulai ulang. Yang sedang dikirim selesai dengan profil lama.
         */
        put: operations["ProfilesController_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema profil ini, untuk pelengkap dan formulir */
        get: operations["ProfilesController_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Memeriksa sebuah teks
         * @description Semua kekeliruan sekaligus, dengan baris dan kolom.
         */
        post: operations["ProfilesController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mencoba membaca sebuah kabar
         * @description Peristiwa dan aduan yang akan jadi. Tidak ada yang disimpan dan tidak ada yang dikirim.
         */
        post: operations["ProfilesController_dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Permintaan yang akan dikirim tentang sebuah aduan
         * @description Persis, juga sebagai curl. Rahasia disamarkan, pelapor diganti orang rekaan, tidak ada yang dikirim.
         */
        post: operations["ProfilesController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Semua versi: siapa, kapan, mengapa */
        get: operations["ProfilesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teks satu versi */
        get: operations["ProfilesController_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Beda dua versi */
        get: operations["ProfilesController_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Memberlakukan lagi versi lama, sebagai versi baru */
        post: operations["ProfilesController_rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mencoba lagi yang tertahan di bawah profil lama
         * @description Yang tidak pasti (uncertain) tidak ikut: itu diputuskan satu per satu, setelah diperiksa.
         */
        post: operations["ProfilesController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/profile/openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Membaca dokumen OpenAPI platform dan mengusulkan perubahan
         * @description Jalur, metode, bidang dan label; tidak ada yang diterapkan, orang yang memutuskan.
         */
        post: operations["ProfilesController_openapi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Variabel profil dan dari mana nilainya
         * @description Nilainya tidak pernah dapat dibaca.
         */
        get: operations["SecretsController_list"];
        /**
         * Menyimpan nilai variabel
         * @description Tersegel, mengalahkan lingkungan, langsung berlaku.
         */
        put: operations["SecretsController_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Membuat rahasia webhook baru
         * @description Yang lama tetap diterima selama masa tumpang tindih, supaya platform sempat menggantinya.
         */
        post: operations["SecretsController_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kiriman dan pesan yang menunggu keputusan orang
         * @description Yang terbaru lebih dulu.
         */
        get: operations["ParkedController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Yang menunggu, dikelompokkan menurut koneksi dan alasan
         * @description Terbanyak dulu.
         */
        get: operations["ParkedController_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mencoba lagi semua yang cocok, yang tertua lebih dulu
         * @description Yang tidak pasti (uncertain) tidak ikut: itu diputuskan satu per satu, setelah diperiksa.
         */
        post: operations["ParkedController_retryAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rincian satu yang menunggu */
        get: operations["ParkedController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Permintaan yang akan dikirim bila dicoba lagi
         * @description Tidak ada yang dikirim. Rahasia dan data warga disamarkan.
         */
        get: operations["ParkedController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mencoba lagi
         * @description Yang tertahan di belakangnya menyusul menurut urutan.
         */
        post: operations["ParkedController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parked/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Melewati untuk seterusnya, dengan alasan */
        post: operations["ParkedController_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Arus antar platform, yang memerlukan orang, dan angka menurut waktu */
        get: operations["OverviewController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Apa yang sedang terjadi, sebagai server-sent events
         * @description Peristiwa: `complaint` (aduan berubah), `delivery` (kiriman berjalan), `instance` (keadaan koneksi),
         *     `alert` (peringatan dibuka atau ditutup), `reset` (terlalu banyak yang terlewat: baca ulang). Komentar tiap
         *     15 detik menandai sambungan hidup. Aliran berakhir bila sesinya berakhir atau izinnya berubah.
         */
        get: operations["StreamController_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Peringatan: yang terbuka lebih dulu
         * @description Tiap peringatan menutup sendiri begitu penyebabnya hilang.
         */
        get: operations["AlertsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Menandai peringatan sudah dilihat
         * @description Tetap terbuka selama penyebabnya ada.
         */
        post: operations["AlertsController_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ke mana peringatan disampaikan */
        get: operations["ChannelsController_list"];
        put?: never;
        /**
         * Menambah saluran
         * @description Webhook ditandatangani menurut Standard Webhooks; rahasianya dibuat di sini dan tampil sekali.
         */
        post: operations["ChannelsController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alert-channels/{id}": {
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
         * Menghapus saluran
         * @description Yang ditahan pada waktu tenang ikut hilang.
         */
        delete: operations["ChannelsController_remove"];
        options?: never;
        head?: never;
        /** Mengubah saluran */
        patch: operations["ChannelsController_change"];
        trace?: never;
    };
    "/api/v1/alert-channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mengirim pemberitahuan percobaan sekarang juga */
        post: operations["ChannelsController_test"];
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
         * Jejak audit
         * @description Satu baris tiap langkah dan tiap tindakan orang; terbaru lebih dulu.
         */
        get: operations["AuditController_list"];
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
         * Unduhan jejak audit
         * @description Semua baris yang cocok, terbaru lebih dulu.
         */
        get: operations["AuditController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Satu baris jejak audit, dan yang berbeda dari langkah sebelumnya */
        get: operations["AuditController_detail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{name}/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mencocokkan sekarang
         * @description Bila pencocokan koneksi ini sedang berjalan, yang berjalan itulah jawabannya.
         */
        post: operations["ReconciliationController_reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Semua pencocokan
         * @description Yang terbaru lebih dulu.
         */
        get: operations["ReconciliationController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Satu pencocokan dan perbedaan yang ditemukannya */
        get: operations["ReconciliationController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Perbedaan dari semua pencocokan
         * @description Yang tertua lebih dulu.
         */
        get: operations["ReconciliationController_drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drift/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Menutup satu perbedaan, dengan alasan */
        post: operations["ReconciliationController_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aduan satu periode dan apa jadinya, menurut saluran, OPD, pokok, kecamatan, kewenangan dan platform
         * @description Admin OPD dan admin kecamatan melihat aduan kantornya sendiri.
         */
        get: operations["RecapController_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recap/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aduan di balik satu angka rekap
         * @description Yang terakhir masuk lebih dulu.
         */
        get: operations["RecapController_behind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recap.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rekap untuk rapat, dengan diagram dan peta petak */
        get: operations["RecapFilesController_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recap.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rekap sebagai buku kerja: satu lembar tiap tabel */
        get: operations["RecapFilesController_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recap.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Satu tabel rekap
         * @description Persen sebagai pecahan, waktu dalam jam atau hari.
         */
        get: operations["RecapFilesController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Laporan bulanan yang sudah dibuat, terbaru lebih dulu */
        get: operations["ReportsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{month}/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Laporan satu bulan, sebagaimana dibuat waktu itu */
        get: operations["ReportsController_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Aturan yang berlaku, dan bedanya dengan berkas */
        get: operations["RoutingController_show"];
        /** Menyimpan versi baru, yang langsung berlaku */
        put: operations["RoutingController_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Memeriksa sebuah teks
         * @description Semua kekeliruan sekaligus, dengan barisnya.
         */
        post: operations["RoutingController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mencoba rancangan pada aduan 30 hari terakhir
         * @description Mana yang akan pergi ke tempat lain dan oleh aturan mana. Tidak ada yang dikirim.
         */
        post: operations["RoutingController_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Semua versi: siapa, kapan, mengapa */
        get: operations["RoutingController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teks satu versi */
        get: operations["RoutingController_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Beda dua versi */
        get: operations["RoutingController_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Memberlakukan lagi versi lama, sebagai versi baru */
        post: operations["RoutingController_rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Siapa yang masuk */
        get: operations["SessionController_show"];
        put?: never;
        /**
         * Masuk
         * @description Jawaban 401 dengan type totp-required: kata sandi benar, kode faktor kedua belum ada atau salah.
         */
        post: operations["SessionController_start"];
        /** Keluar */
        delete: operations["SessionController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cara masuk yang tersedia */
        get: operations["SessionController_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sesi yang terbuka */
        get: operations["SessionsController_list"];
        put?: never;
        post?: never;
        /** Mengakhiri semua sesi sendiri selain yang ini */
        delete: operations["SessionsController_endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Mengakhiri satu sesi */
        delete: operations["SessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mengganti kata sandi sendiri
         * @description Sesi lain milik sendiri berakhir.
         */
        post: operations["MeController_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Apakah faktor kedua terpasang */
        get: operations["MeController_factor"];
        put?: never;
        /**
         * Menyiapkan faktor kedua (TOTP)
         * @description Berlaku setelah dipastikan.
         */
        post: operations["MeController_propose"];
        /** Melepas faktor kedua */
        delete: operations["MeController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Memastikan faktor kedua dengan kode pertamanya
         * @description Jawabannya sepuluh kode pemulihan.
         */
        post: operations["MeController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kode pemulihan baru
         * @description Kode yang lama tidak berlaku lagi.
         */
        post: operations["MeController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kunci mesin yang berlaku
         * @description HUB_API_KEY tidak termasuk.
         */
        get: operations["KeysController_list"];
        put?: never;
        /** Membuat kunci untuk sebuah mesin */
        post: operations["KeysController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Mencabut sebuah kunci, seketika */
        delete: operations["KeysController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Semua pengguna */
        get: operations["UsersController_list"];
        put?: never;
        /**
         * Menambah pengguna
         * @description Kata sandinya dipasang lewat undangan.
         */
        post: operations["UsersController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mengubah peran, nama atau kantor; menonaktifkan atau mengaktifkan lagi */
        patch: operations["UsersController_change"];
        trace?: never;
    };
    "/api/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Membuat undangan untuk memasang kata sandi
         * @description Berlaku 72 jam, sekali pakai; undangan sebelumnya tidak berlaku lagi.
         */
        post: operations["UsersController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Memasang kata sandi dengan undangan
         * @description Setelah itu masuk lewat /session.
         */
        post: operations["InvitationsController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tampilan yang disimpan sendiri */
        get: operations["ViewsController_list"];
        put?: never;
        /** Menyimpan sebuah tampilan */
        post: operations["ViewsController_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Menghapus sebuah tampilan sendiri */
        delete: operations["ViewsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Alive: {
            /** @enum {string} */
            status: "ok";
        };
        Ready: {
            /** @enum {string} */
            status: "ready";
        };
        NotReady: {
            /** @enum {string} */
            status: "not_ready";
            reasons: string[];
        };
        Place: {
            address?: string;
            /** @example 33.03.09 */
            area_code?: string;
            kecamatan?: string;
            desa?: string;
            lat?: number;
            lon?: number;
            road?: string;
        };
        LinkedCase: {
            /** @example laporgub */
            instance: string;
            /** @enum {string} */
            role: "origin" | "home" | "handler" | "reporter";
            /** @example LGWP12345678 */
            external_id: string | null;
            /** @description Sebutan kita kepada platform */
            reference: string | null;
            /** @enum {string} */
            state: "pending" | "open" | "returned" | "gone" | "refused";
            url: string | null;
            /** @description Status menurut kata platform sendiri */
            label: string | null;
            /** Format: date-time */
            label_at: string | null;
        };
        ComplaintView: {
            /** @example SA-2026-000042 */
            number: string;
            /** @enum {string} */
            status: "received" | "verifying" | "needs_info" | "assigned" | "in_progress" | "resolved" | "closed" | "rejected";
            /** @example Diproses */
            status_label: string;
            /** @enum {string|null} */
            outcome: "diperbaiki" | "dijadwalkan" | "dijelaskan" | "diteruskan" | null;
            /** @enum {string|null} */
            rejection: "tidak_layak" | "spam" | "duplikat" | "tidak_lengkap" | null;
            /** @description Alasan ditolak atau dikembalikan */
            reason: string | null;
            title: string | null;
            text: string;
            /** @enum {string|null} */
            category: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other" | null;
            /** @example Jalan */
            category_label: string | null;
            /** @enum {string|null} */
            kewenangan: "desa" | "kabupaten" | "provinsi" | "pusat" | "vertikal" | "bumn" | null;
            opd: string | null;
            /** @example whatsapp */
            channel: string;
            /** @description Koneksi yang pertama memberi tahu */
            origin: string;
            /** @description Koneksi yang statusnya berlaku */
            handler: string;
            location: components["schemas"]["Place"] | null;
            anonim: boolean;
            rahasia: boolean;
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            updated_at: string;
            links: components["schemas"]["LinkedCase"][];
        };
        ComplaintPage: {
            data: components["schemas"]["ComplaintView"][];
            /** @description Penanda halaman berikutnya */
            next_cursor: string | null;
        };
        ReporterView: {
            name: string | null;
            /** @example ****6789 */
            phone: string | null;
            email: string | null;
            /** @description Nama di saluran */
            account: string | null;
        };
        DeadlineView: {
            /** @enum {string} */
            kind: "first_response" | "forward" | "answer" | "close";
            /** @example Tanggapan pertama */
            label: string;
            /** @enum {string} */
            state: "running" | "due_soon" | "overdue" | "paused" | "met" | "late";
            /** Format: date-time */
            start_at: string;
            /** Format: date-time */
            warn_at: string;
            /**
             * Format: date-time
             * @description Saat pertama yang terlambat
             */
            due_at: string;
            /** Format: date-time */
            met_at: string | null;
            /** @description Dasar aturannya */
            source: string;
            /** @description false: aturan atau hari liburnya masih perlu diverifikasi */
            verified: boolean;
        };
        ComplaintDetail: {
            /** @example SA-2026-000042 */
            number: string;
            /** @enum {string} */
            status: "received" | "verifying" | "needs_info" | "assigned" | "in_progress" | "resolved" | "closed" | "rejected";
            /** @example Diproses */
            status_label: string;
            /** @enum {string|null} */
            outcome: "diperbaiki" | "dijadwalkan" | "dijelaskan" | "diteruskan" | null;
            /** @enum {string|null} */
            rejection: "tidak_layak" | "spam" | "duplikat" | "tidak_lengkap" | null;
            /** @description Alasan ditolak atau dikembalikan */
            reason: string | null;
            title: string | null;
            text: string;
            /** @enum {string|null} */
            category: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other" | null;
            /** @example Jalan */
            category_label: string | null;
            /** @enum {string|null} */
            kewenangan: "desa" | "kabupaten" | "provinsi" | "pusat" | "vertikal" | "bumn" | null;
            opd: string | null;
            /** @example whatsapp */
            channel: string;
            /** @description Koneksi yang pertama memberi tahu */
            origin: string;
            /** @description Koneksi yang statusnya berlaku */
            handler: string;
            location: components["schemas"]["Place"] | null;
            anonim: boolean;
            rahasia: boolean;
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            updated_at: string;
            links: components["schemas"]["LinkedCase"][];
            /** @description Tersamar; null bagi yang tidak boleh membukanya, atau bila tidak diketahui */
            reporter: components["schemas"]["ReporterView"] | null;
            deadlines: components["schemas"]["DeadlineView"][];
        };
        IdentityRequest: {
            /** @description Alasan, tercatat di jejak audit */
            reason: string;
        };
        ReporterAccess: {
            /** @example SA-2026-000042 */
            number: string;
            /** @example K7QM-4TXP */
            code: string;
            /** @description Halaman lacak; siapa pun yang memegangnya dapat membaca aduannya */
            tracking_url: string;
        };
        EventEntry: {
            /** @enum {string} */
            entry: "event";
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Menurut jam platform
             */
            at: string;
            /** @description Koneksi yang memberi tahu */
            instance: string;
            /** @enum {string} */
            type: "opened" | "replied" | "followed_up" | "confirmed" | "reopened" | "status_changed" | "accepted" | "returned" | "disposed";
            /**
             * @description Apa jadinya di sini
             * @enum {string}
             */
            effect: "applied" | "kept" | "accepted" | "conflict" | "echo" | "stale";
            /** @description Status menurut kata platform */
            label: string | null;
            text: string | null;
            /** @description Nama kantor; nama pelapor tidak pernah ditampilkan */
            author: string | null;
            /** @description false: catatan internal */
            public: boolean | null;
            /** Format: date-time */
            received_at: string;
            /** @description Tindakan orang di simpul, misalnya disposition */
            act: string | null;
            /** @description Kiriman yang disebabkannya (delivery_id) */
            caused: string[];
            /** @description Pesan yang membawanya, untuk dicoba ulang di profil */
            inbox_id: string | null;
        };
        DeliveryEntry: {
            /** @enum {string} */
            entry: "delivery";
            /**
             * Format: date-time
             * @description Saat dijadwalkan
             */
            at: string;
            /** Format: uuid */
            delivery_id: string;
            /** @description Koneksi tujuan */
            instance: string;
            /**
             * Format: uuid
             * @description Peristiwa penyebabnya (id)
             */
            caused_by: string | null;
            /** @example replied */
            kind: string;
            /** @enum {string} */
            state: "waiting" | "sending" | "uncertain" | "parked" | "done" | "skipped";
            attempts: number;
            reason: string | null;
            /** @description Aturan yang memilih tujuan */
            rule: string | null;
            /** Format: date-time */
            done_at: string | null;
            /** @description Nomor jejak, sama dengan di jejak audit dan log */
            trace_id: string;
        };
        Lane: {
            /**
             * @description simpul: yang dilakukan orang di sini
             * @example laporgub
             */
            instance: string;
            /** @example LaporGub Jawa Tengah */
            title: string;
            /** @enum {string|null} */
            role: "origin" | "home" | "handler" | null;
            external_id: string | null;
        };
        Timeline: {
            /** @description Jalur tiap platform */
            lanes: components["schemas"]["Lane"][];
            data: (components["schemas"]["EventEntry"] | components["schemas"]["DeliveryEntry"])[];
        };
        DispositionRequest: {
            /** @description OPD yang menindaklanjuti */
            opd: string;
            /** @description Pesan untuk OPD, ikut disampaikan ke platform yang menerima status */
            note?: string;
        };
        Acted: {
            /** @description Aduan setelah tindakan ini */
            complaint: components["schemas"]["ComplaintView"];
            /** @description Platform yang akan diberi tahu */
            targets: string[];
            /** @description Sama dengan trace_id di jejak audit */
            trace_id: string;
        };
        AuthorityRequest: {
            /**
             * @description Pihak yang berwenang; aturan rute lalu menentukan tujuannya
             * @enum {string}
             */
            kewenangan: "desa" | "kabupaten" | "provinsi" | "pusat" | "vertikal" | "bumn" | "unknown";
            /**
             * @description Pokok aduan, bila perlu dibetulkan
             * @enum {string}
             */
            category?: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other";
            /** @description Alasan, tercatat di jejak audit */
            reason: string;
        };
        ForwardRequest: {
            /** @description Koneksi tujuan, misalnya laporgub */
            to: string;
            /** @description Alasan, tercatat di jejak audit */
            reason: string;
        };
        NeedsInfoRequest: {
            /** @description Yang ditanyakan kepada pelapor */
            question: string;
            /** @description Kantor yang bertanya, sebagaimana tampil bagi pelapor */
            office?: string;
        };
        ReplyRequest: {
            /** @description Isi tanggapan */
            text: string;
            /** @description false: catatan internal, tidak disampaikan ke mana pun; true bila tidak disebut */
            public?: boolean;
            /** @description Kantor yang menjawab, sebagaimana tampil bagi pelapor */
            office?: string;
        };
        StatusRequest: {
            /**
             * @description Status yang baru
             * @enum {string}
             */
            status: "received" | "verifying" | "needs_info" | "assigned" | "in_progress" | "resolved" | "closed" | "rejected";
            /**
             * @description Hasil; wajib untuk resolved
             * @enum {string}
             */
            outcome?: "diperbaiki" | "dijadwalkan" | "dijelaskan" | "diteruskan";
            /**
             * @description Alasan; wajib untuk rejected
             * @enum {string}
             */
            rejection?: "tidak_layak" | "spam" | "duplikat" | "tidak_lengkap";
            /** @description Keterangan; wajib bila status mundur */
            note?: string;
        };
        MarksRequest: {
            /** @description Identitas pelapor tidak pernah dikirim ke platform */
            anonim?: boolean;
            /** @description Seluruh aduan tersembunyi */
            rahasia?: boolean;
            /** @description Alasan; wajib bila melonggarkan */
            reason?: string;
        };
        ConversationView: {
            /** Format: uuid */
            id: string;
            /** @example whatsapp */
            instance: string;
            /** @enum {string} */
            kind: "direct" | "comment";
            /**
             * @description Disamarkan
             * @example +6281•••0142
             */
            person: string | null;
            /** @description Aduan yang terakhir lahir di sini */
            complaint: string | null;
            messages: number;
            /**
             * @description Nasib balasan kita yang terakhir
             * @example read
             */
            last_said: string | null;
            /** @description Mengapa balasan terakhir tidak sampai */
            last_said_reason: string | null;
            /**
             * Format: date-time
             * @description Warga terakhir berbicara
             */
            last_heard_at: string | null;
            /**
             * Format: date-time
             * @description Menunggu warga selesai sampai
             */
            due_at: string | null;
        };
        ConversationPage: {
            data: components["schemas"]["ConversationView"][];
            next_cursor: string | null;
        };
        DropView: {
            /** Format: uuid */
            id: string;
            instance: string;
            /** Format: uuid */
            conversation: string;
            /** @description Disamarkan */
            person: string | null;
            /** @example greeting */
            reason: string;
            /** @example Sapaan */
            reason_label: string;
            text: string;
            /** @description Jumlah lampiran */
            attachments: number;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            dropped_at: string;
        };
        DropPage: {
            data: components["schemas"]["DropView"][];
            next_cursor: string | null;
        };
        PlaceView: {
            /** @example 33.03.09 */
            code: string;
            /** @example Bobotsari */
            kecamatan: string;
            /** @description Desa atau kelurahan; null: seluruh kecamatan */
            desa: string | null;
        };
        PositionView: {
            /** @example -7.3021 */
            lat: number;
            /** @example 109.3644 */
            lon: number;
        };
        TriageView: {
            /** Format: uuid */
            id: string;
            /** @example SA-2026-000042 */
            complaint: string;
            /** @example whatsapp */
            channel: string;
            text: string;
            /** @description Letak kata-kata yang menentukan, dari huruf ke huruf */
            highlights: number[][];
            /**
             * @description unsure: belum yakin; marked: pelapor minta dilindungi
             * @enum {string}
             */
            why: "unsure" | "marked";
            /** @enum {string|null} */
            category: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other" | null;
            /** @enum {string|null} */
            kewenangan: "desa" | "kabupaten" | "provinsi" | "pusat" | "vertikal" | "bumn" | null;
            area: components["schemas"]["PlaceView"] | null;
            /** @description Yang dikirim pelapor, atau dari fotonya */
            position: components["schemas"]["PositionView"] | null;
            /** @description 0 sampai 1 */
            confidence: number;
            /** @description Kata-kata yang menentukan, dalam ejaan baku */
            matched: string[];
            reasons: string[];
            anonim: boolean;
            rahasia: boolean;
            /** Format: date-time */
            opened_at: string;
        };
        TriagePage: {
            data: components["schemas"]["TriageView"][];
            next_cursor: string | null;
            /** @description Semua yang menunggu, juga yang di halaman lain */
            waiting: number;
        };
        PlaceList: {
            data: components["schemas"]["PlaceView"][];
        };
        TriageDone: {
            /** @example SA-2026-000042 */
            complaint: string;
            /** @description Platform yang akan diberi tahu */
            targets: string[];
            /** @description Sama dengan trace_id di jejak audit */
            trace_id: string;
        };
        CorrectRequest: {
            /**
             * @description Pokok aduan
             * @enum {string}
             */
            category: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other";
            /**
             * @description Pihak yang berwenang
             * @enum {string}
             */
            kewenangan: "desa" | "kabupaten" | "provinsi" | "pusat" | "vertikal" | "bumn" | "unknown";
            /** @description Kode wilayah; tanpa: tidak diketahui */
            area?: string;
        };
        Breaker: {
            /** @description Terbuka: kiriman ditunda karena platform berkali-kali tidak menjawab */
            open: boolean;
            failures: number;
            /** Format: date-time */
            until: string | null;
        };
        InstanceCounts: {
            /** @description Kiriman yang menunggu giliran atau dicoba lagi */
            waiting: number;
            /** @description Kiriman yang sedang dikirim */
            sending: number;
            /** @description Kiriman yang menunggu keputusan orang */
            parked: number;
            /** @description Kiriman yang mungkin sudah sampai; menunggu keputusan orang */
            uncertain: number;
            /** @description Pesan masuk yang belum dibaca */
            messages_waiting: number;
            /** @description Pesan masuk yang menunggu keputusan orang */
            messages_parked: number;
        };
        InstanceState: {
            /** @example laporgub */
            name: string;
            /** @example LaporGub Jawa Tengah */
            title: string;
            /** @example laporgub */
            connector: string;
            /** @enum {string} */
            state: "active" | "paused";
            paused_reason: string | null;
            paused_by: string | null;
            /** Format: date-time */
            paused_at: string | null;
            /** @description Apakah penarikan sudah punya titik lanjut */
            has_cursor: boolean;
            /** Format: date-time */
            polled_at: string | null;
            poll_error: string | null;
            /** @description Jarak antara dua penarikan, milidetik */
            poll_every_ms: number;
            /**
             * Format: date-time
             * @description Terakhir memberi kabar
             */
            heard_at: string | null;
            breaker: components["schemas"]["Breaker"];
            /** Format: date-time */
            throttled_until: string | null;
            counts: components["schemas"]["InstanceCounts"];
            /** @description Alamat webhook untuk platform; null: tidak menerima */
            webhook_url: string | null;
            /**
             * @description Yang dapat dilakukan
             * @example [
             *       "opened",
             *       "replied",
             *       "poll",
             *       "verify"
             *     ]
             */
            capabilities: string[];
        };
        InstanceList: {
            data: components["schemas"]["InstanceState"][];
        };
        StatusLabel: {
            /**
             * @description Kata platform
             * @example Dalam Tindakan
             */
            label: string;
            /** @enum {string|null} */
            status: "received" | "verifying" | "needs_info" | "assigned" | "in_progress" | "resolved" | "closed" | "rejected" | null;
            /**
             * @description Bila bukan status
             * @enum {string|null}
             */
            event: "returned" | "accepted" | null;
            outcome: string | null;
            rejection: string | null;
            /**
             * @description Artinya bagi kita
             * @example Diproses
             */
            means: string;
            /** @description Kasus yang kini berlabel ini */
            count: number;
        };
        StatusWord: {
            /** @example in_progress */
            status: string;
            /** @example Diproses */
            status_label: string;
            /** @description Kata platform; null: tidak dikirim */
            word: string | null;
            /** @description Kata menurut hasil atau alasan, bila berbeda-beda */
            words: {
                [key: string]: string | null;
            } | null;
        };
        CategoryLabel: {
            /** @example Infrastruktur */
            label: string;
            /**
             * @description null: orang yang memutuskan
             * @enum {string|null}
             */
            category: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other" | null;
            category_label: string | null;
        };
        CategoryWord: {
            /** @enum {string} */
            category: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other";
            word: string | null;
        };
        UnmappedLabel: {
            /** @enum {string} */
            kind: "status" | "category" | "kewenangan" | "other";
            /** @description Kata platform, persis */
            label: string;
            /** @description Kasus yang tertahan karenanya */
            count: number;
            /** Format: date-time */
            oldest: string;
            /** Format: date-time */
            newest: string;
        };
        Labels: {
            statuses: components["schemas"]["StatusLabel"][];
            status_words: components["schemas"]["StatusWord"][];
            categories: components["schemas"]["CategoryLabel"][];
            category_words: components["schemas"]["CategoryWord"][];
            /** @description Kata yang belum dipetakan, terbanyak dulu */
            unmapped: components["schemas"]["UnmappedLabel"][];
        };
        ReceivedMessage: {
            /** @description Bilangan bulat besar, sebagai teks */
            id: string;
            /** @enum {string} */
            kind: "webhook" | "poll" | "case";
            /** @enum {string} */
            state: "new" | "waiting" | "parked" | "done" | "skipped";
            /** @description Nomor kasus di platform */
            external_id: string | null;
            /** @description Nomor aduan, bila diketahui */
            complaint: string | null;
            /** @example unknown_label */
            code: string | null;
            reason: string | null;
            /** Format: date-time */
            received_at: string;
        };
        MessagePage: {
            data: components["schemas"]["ReceivedMessage"][];
            next_cursor: string | null;
        };
        TestStep: {
            /** @enum {string} */
            step: "name" | "tls" | "authentication" | "read" | "write" | "webhook" | "clock" | "rate";
            /** @example Kredensial diterima */
            title: string;
            /** @enum {string} */
            result: "ok" | "failed" | "skipped";
            /** @description Apa yang terlihat */
            message: string;
            /**
             * @description Yang sama sebagai kode, untuk bahasa lain
             * @enum {string}
             */
            found: "name_is_ip" | "name_known" | "name_unknown" | "tls_none" | "tls_unreachable" | "tls_expired" | "tls_untrusted" | "tls_soon" | "tls_sound" | "accepted" | "platform_said" | "not_known_yet" | "waits_for" | "write_reads_only" | "write_none_yet" | "write_accepted" | "write_refused" | "webhook_none" | "webhook_silent" | "webhook_foreign" | "webhook_heard" | "webhook_unused" | "clock_later" | "clock_untold" | "clock_same" | "clock_fast" | "clock_slow" | "rate_throttled" | "rate_used";
            /** @description Yang terlihat, menurut nama tempatnya dalam kalimat */
            values: {
                [key: string]: string | number;
            };
            /**
             * @description Langkah yang ditunggu
             * @enum {string|null}
             */
            waits_for: "name" | "tls" | "authentication" | "read" | "write" | "webhook" | "clock" | "rate" | null;
            /** @enum {string|null} */
            cure_code: "name" | "reach" | "renew" | "trust" | "clock" | "rights" | "slower" | "share" | "address" | "unavailable" | "throttled" | "unauthorized" | "rejected" | "malformed" | null;
            /** @description Cara memperbaiki; hanya bila gagal */
            cure: string | null;
            /** @description Lama langkah ini, milidetik */
            ms: number;
        };
        ConnectionTest: {
            /** @description true: tidak ada langkah yang gagal */
            ok: boolean;
            /**
             * @description Hanya bila gagal
             * @enum {string}
             */
            failure?: "unavailable" | "throttled" | "unauthorized" | "rejected" | "malformed";
            /**
             * @description Kegagalan pertama, atau jawaban platform
             * @example LaporGub menjawab
             */
            message: string;
            /** @description Lama seluruhnya, milidetik */
            ms: number;
            /** @description Langkah demi langkah, menurut urutan */
            steps: components["schemas"]["TestStep"][];
        };
        PauseRequest: {
            /** @description Alasan, tercatat di jejak audit */
            reason: string;
        };
        Connector: {
            /** @example laporgub */
            connector: string;
            /** @description Koneksi yang memakainya */
            instances: string[];
        };
        ConnectorList: {
            data: components["schemas"]["Connector"][];
        };
        Template: {
            /** @description Profil untuk memulai */
            text: string;
            /** @description Variabel yang nilainya perlu diisi */
            variables: string[];
        };
        NewInstanceRequest: {
            /** @example laporgub-uji */
            name: string;
            /** @example laporgub */
            connector: string;
            /** @description Profilnya; contoh dari konektor itu bila tidak disebut */
            text?: string;
            /** @description Nilai variabel profil: disimpan tersegel, tidak pernah dapat dibaca */
            secrets?: {
                [key: string]: string;
            };
            /** @description Alasan, tercatat di jejak audit */
            why: string;
        };
        Difference: {
            /** @description null: berkas */
            from: number | null;
            to: number;
            /** @description Bentuk unified diff; kosong bila sama */
            diff: string;
            /** @description Baris yang bertambah */
            added: number;
            /** @description Baris yang hilang */
            removed: number;
        };
        FileState: {
            /** @example config/connectors/laporgub.yaml */
            path: string;
            /** @description true: yang berlaku sama dengan berkas */
            same: boolean;
            /** @description true: berkas berubah setelah versi yang berlaku disimpan */
            changed: boolean;
            /** @description Dari berkas ke yang berlaku */
            difference: components["schemas"]["Difference"];
        };
        Profile: {
            version: number;
            /**
             * @description file: dari berkas; saved: disimpan orang; rollback: kembali ke yang lama
             * @enum {string}
             */
            source: "file" | "saved" | "rollback";
            /** @example hub */
            saved_by: string;
            /** @description Alasan */
            why: string;
            /** Format: date-time */
            saved_at: string;
            /** @description Seluruh teks; rahasia tertulis sebagai ${NAMA} */
            text: string;
            /** @example laporgub */
            instance: string;
            /** @example laporgub */
            connector: string;
            /** @description null: koneksi ini tidak punya berkas */
            file: components["schemas"]["FileState"] | null;
        };
        TextRequest: {
            /** @description Teks yang diperiksa */
            text: string;
        };
        TextFault: {
            line: number;
            column: number;
            /**
             * @description Letaknya menurut kunci, kosong untuk seluruh teks
             * @example requests.create.path
             */
            path: string;
            /** @description Apa yang keliru dan cara memperbaikinya */
            message: string;
        };
        Checked: {
            /** @description true: dapat langsung berlaku */
            ok: boolean;
            /** @description Semua kekeliruan sekaligus */
            faults: components["schemas"]["TextFault"][];
        };
        DryRunRequest: {
            /** @description Profil yang dicoba; yang berlaku bila tidak disebut */
            text?: string;
            /** @description Isi kabar: JSON, atau teks sebagaimana diterima */
            payload?: Record<string, never>;
            /** @description Pesan yang sudah diterima, sebagai ganti payload */
            inbox_id?: string;
            headers?: {
                [key: string]: string;
            };
            /**
             * @description Bagaimana isi itu diterima; webhook bila tidak disebut
             * @enum {string}
             */
            kind?: "webhook" | "poll" | "case";
        };
        TrialFailure: {
            /** @enum {string} */
            failure: "unavailable" | "throttled" | "unauthorized" | "rejected" | "malformed";
            message: string;
        };
        TrialProblem: {
            /** @enum {string} */
            code: "unknown_label" | "unknown_type" | "invalid_field";
            message: string;
            label?: string;
        };
        TrialEvent: {
            /** @description Peristiwa dalam kata kita, tanpa pelapor */
            event: {
                [key: string]: unknown;
            };
            /** @description Isian pelapor yang terbaca; nilainya tidak ditampilkan */
            reporter: string[];
            /**
             * @description Apa jadinya: heard: sudah pernah; echo: tulisan kita sendiri
             * @enum {string}
             */
            effect: "applied" | "kept" | "accepted" | "conflict" | "heard" | "echo" | "unknown_case";
            /** @description Platform yang akan diberi tahu */
            targets: string[];
        };
        TrialDecision: {
            /** @description null: tetap di rumah */
            to: string | null;
            rule: string;
            why: string;
        };
        TrialCase: {
            external_id: string;
            /** @description false: aduan ini sudah dikenal */
            is_new: boolean;
            /** @description Aduan sebagaimana jadinya */
            complaint: components["schemas"]["ComplaintView"];
            /** @description Ke mana aturan rute mengirimnya */
            decision: components["schemas"]["TrialDecision"];
        };
        DryRunShown: {
            /** @description Kekeliruan profil; bila ada, selebihnya kosong */
            faults: components["schemas"]["TextFault"][];
            /** @description Bila isinya tidak terbaca sama sekali */
            failure: components["schemas"]["TrialFailure"] | null;
            problems: components["schemas"]["TrialProblem"][];
            events: components["schemas"]["TrialEvent"][];
            cases: components["schemas"]["TrialCase"][];
        };
        PreviewRequest: {
            /** @description Profil yang dicoba; yang berlaku bila tidak disebut */
            text?: string;
            /**
             * @description Nomor aduan
             * @example SA-2026-000042
             */
            complaint: string;
            /**
             * @description Apa yang akan disampaikan
             * @enum {string}
             */
            kind: "opened" | "replied" | "followed_up" | "status_changed" | "returned" | "linked" | "attached";
        };
        ShownRequest: {
            /** @example POST */
            method: string;
            /** @description Alamat lengkap */
            url: string;
            /** @description Yang mungkin rahasia disamarkan */
            headers: {
                [key: string]: string;
            };
            /** @description Isi persis; pelapor diganti orang rekaan */
            body: string | null;
            /** @description Permintaan yang sama sebagai perintah curl, rahasia disamarkan */
            curl: string;
        };
        PreviewDraftShown: {
            /** @description Kekeliruan profil; bila ada, selebihnya kosong */
            faults: components["schemas"]["TextFault"][];
            /** @description null: tidak ada yang akan dikirim */
            request: components["schemas"]["ShownRequest"] | null;
            /** @description Mengapa tidak ada yang dikirim */
            note: string | null;
        };
        SaveRequest: {
            /** @description Seluruh teks */
            text: string;
            /** @description Alasan, tercatat di jejak audit */
            why: string;
            /** @description Versi yang diubah; ditolak 409 bila sudah ada versi yang lebih baru */
            based_on?: number;
        };
        Version: {
            version: number;
            /**
             * @description file: dari berkas; saved: disimpan orang; rollback: kembali ke yang lama
             * @enum {string}
             */
            source: "file" | "saved" | "rollback";
            /** @example hub */
            saved_by: string;
            /** @description Alasan */
            why: string;
            /** Format: date-time */
            saved_at: string;
        };
        VersionList: {
            /** @description Yang terbaru lebih dulu */
            data: components["schemas"]["Version"][];
        };
        VersionText: {
            version: number;
            /**
             * @description file: dari berkas; saved: disimpan orang; rollback: kembali ke yang lama
             * @enum {string}
             */
            source: "file" | "saved" | "rollback";
            /** @example hub */
            saved_by: string;
            /** @description Alasan */
            why: string;
            /** Format: date-time */
            saved_at: string;
            /** @description Seluruh teks; rahasia tertulis sebagai ${NAMA} */
            text: string;
        };
        RollbackRequest: {
            /** @description Versi yang diberlakukan lagi */
            version: number;
            /** @description Alasan, tercatat di jejak audit */
            why: string;
            /** @description Versi yang digantikan; ditolak 409 bila sudah ada versi yang lebih baru */
            based_on?: number;
        };
        Replayed: {
            /** @description Berapa kiriman dan pesan yang dicoba lagi */
            count: number;
        };
        OpenApiRequest: {
            /** @description Dokumen OpenAPI 3 atau Swagger 2 milik platform: JSON, atau teks JSON/YAML */
            document: Record<string, never>;
            /** @description Profil yang dibandingkan; yang berlaku bila tidak disebut */
            text?: string;
        };
        ProposalShown: {
            /** @enum {string} */
            kind: "base_url" | "auth" | "method" | "path" | "field" | "query" | "answer" | "label";
            /**
             * @description Kunci profil yang dapat diganti
             * @example requests.create.path
             */
            key: string;
            current: string | null;
            proposed: string;
            confidence: number;
            /** @description Mengapa diusulkan */
            reason: string;
        };
        Proposals: {
            /** @description Operasi yang terbaca di dokumen */
            operations: number;
            /** @description Yang paling yakin lebih dulu; tidak ada yang diterapkan */
            data: components["schemas"]["ProposalShown"][];
        };
        Secret: {
            /** @example LAPORGUB_CLIENT_SECRET */
            name: string;
            /**
             * @description saved: disimpan di simpul; environment: dari lingkungan; default: bawaan profil; missing: belum ada
             * @enum {string}
             */
            origin: "saved" | "environment" | "default" | "missing";
            /** @description true: profil memakainya */
            used: boolean;
            set_by: string | null;
            /** Format: date-time */
            set_at: string | null;
            /**
             * Format: date-time
             * @description Sampai kapan yang lama diterima
             */
            previous_until: string | null;
        };
        SecretList: {
            /** @description Nama saja; nilainya tidak pernah dapat dibaca */
            data: components["schemas"]["Secret"][];
        };
        RotationRequest: {
            /**
             * @description Selama ini rahasia lama masih diterima
             * @default 24h
             * @enum {string}
             */
            overlap: "1h" | "24h" | "7d";
        };
        Rotation: {
            /** @example LAPORGUB_WEBHOOK_SECRET */
            name: string;
            /** @description Pasang di platform sekarang: hanya tampil sekali */
            secret: string;
            /** Format: date-time */
            previous_until: string;
        };
        ParkedItem: {
            /** @example d_0198f6a2-5c1e-7a30-9d5b-3c1f0a2b4d6e */
            id: string;
            /** @enum {string} */
            type: "delivery" | "message";
            instance: string;
            /** @description Nomor aduan, bila diketahui */
            complaint: string | null;
            /** @example Tanggapan */
            what: string;
            /** @example replied */
            kind: string;
            /**
             * @description uncertain: mungkin sudah sampai
             * @enum {string}
             */
            state: "parked" | "uncertain";
            /** @description Mengapa menunggu */
            reason: string | null;
            /** @example rejected */
            code: string | null;
            /** Format: date-time */
            since: string;
            attempts: number;
            /** @description Berapa kiriman tertahan di belakangnya */
            behind: number;
        };
        ParkedPage: {
            data: components["schemas"]["ParkedItem"][];
            next_cursor: string | null;
        };
        ParkedGroup: {
            /** @example smartdpu */
            instance: string;
            /** @enum {string} */
            type: "delivery" | "message";
            /**
             * @description uncertain: mungkin sudah sampai
             * @enum {string}
             */
            state: "parked" | "uncertain";
            /** @description Mengapa menunggu */
            reason: string | null;
            /** @example rejected */
            code: string | null;
            /** @description Apa yang dapat dilakukan */
            advice: string;
            count: number;
            /**
             * Format: date-time
             * @description Yang tertua menunggu sejak
             */
            oldest: string;
        };
        ParkedGroups: {
            data: components["schemas"]["ParkedGroup"][];
        };
        RetryRequest: {
            /** @description Koneksi */
            instance?: string;
            /** @description Alasan, persis seperti dalam daftar kelompok */
            reason?: string;
            /**
             * @description delivery: yang akan dikirim; message: yang diterima
             * @enum {string}
             */
            kind?: "delivery" | "message";
            /** @default 100 */
            limit: number;
        };
        RetriedAll: {
            /** @description Berapa yang dicoba lagi */
            count: number;
        };
        ParkedDetail: {
            /** @example d_0198f6a2-5c1e-7a30-9d5b-3c1f0a2b4d6e */
            id: string;
            /** @enum {string} */
            type: "delivery" | "message";
            instance: string;
            /** @description Nomor aduan, bila diketahui */
            complaint: string | null;
            /** @example Tanggapan */
            what: string;
            /** @example replied */
            kind: string;
            /**
             * @description uncertain: mungkin sudah sampai
             * @enum {string}
             */
            state: "parked" | "uncertain";
            /** @description Mengapa menunggu */
            reason: string | null;
            /** @example rejected */
            code: string | null;
            /** Format: date-time */
            since: string;
            attempts: number;
            /** @description Berapa kiriman tertahan di belakangnya */
            behind: number;
            /** @description Sama dengan trace_id di jejak audit */
            trace_id: string;
            /** @description delivery: yang akan dikirim, tanpa identitas */
            body?: Record<string, never> | null;
            /** @description delivery: aturan yang memilih tujuan */
            rule?: string | null;
            /** @description message: tajuk yang disimpan, tanpa tanda tangan */
            headers?: Record<string, never>;
            /** @description message: ukuran isi, bita */
            size?: number | null;
            /** @description message: nomor kasus di platform */
            external_id?: string | null;
        };
        PreviewedRequest: {
            /** @example POST */
            method: string;
            /** @description Jalur dan kueri; nilai yang tidak terbuka disamarkan */
            path: string;
            /** @description Tajuk; yang mungkin rahasia disamarkan */
            headers: Record<string, never>;
            /** @description Isi; hanya nilai yang terbuka menurut profil */
            body: Record<string, never> | null;
        };
        PreviewShown: {
            /** @description null: tidak ada yang akan dikirim */
            request: components["schemas"]["PreviewedRequest"] | null;
            /** @description Yang perlu diketahui sebelum mencoba lagi */
            note: string | null;
        };
        ParkedDone: {
            id: string;
            /** @enum {string} */
            outcome: "retry" | "skipped";
        };
        SkipRequest: {
            /** @description Alasan, tercatat di jejak audit */
            reason: string;
        };
        FlowNode: {
            /** @example laporgub */
            instance: string;
            title: string;
            connector: string;
            /** @description true: rumah semua aduan */
            home: boolean;
            /** @enum {string} */
            health: "ok" | "warning" | "down" | "paused";
            /** @description Mengapa tidak ok; kosong bila ok */
            reason: string;
            /** @description Kabar masuk tiap menit, lima menit terakhir */
            in_per_minute: number;
            /** @description Kiriman sampai tiap menit, lima menit terakhir */
            out_per_minute: number;
            /** @description Median dari dicatat sampai terkirim, milidetik */
            lag_p50_ms: number | null;
            /** @description Sembilan belas dari dua puluh lebih cepat dari ini */
            lag_p95_ms: number | null;
            /** @description Kiriman yang menunggu */
            waiting: number;
            /** @description Kiriman dan pesan yang menunggu orang */
            parked: number;
            /** Format: date-time */
            heard_at: string | null;
        };
        FlowEdge: {
            /** @description Asal peristiwa; simpul: tindakan orang di sini */
            from: string;
            to: string;
            /**
             * @description Jenis kiriman
             * @example replied
             */
            kind: string;
            /** @description Terkirim dalam rentang ini */
            count: number;
        };
        Need: {
            /** @enum {string} */
            kind: "delivery_parked" | "delivery_uncertain" | "message_parked" | "label_unmapped" | "instance_paused";
            instance: string;
            count: number;
            /**
             * Format: date-time
             * @description Yang tertua sejak
             */
            oldest: string | null;
            /** @description Apa yang dapat dilakukan */
            advice: string;
        };
        Moment: {
            /**
             * Format: date-time
             * @description Awal selang
             */
            at: string;
            /** @description Kabar diterima */
            received: number;
            /** @description Aduan baru */
            opened: number;
            /** @description Kiriman sampai */
            delivered: number;
            /** @description Kiriman yang kini menunggu orang */
            parked: number;
            lag_p50_ms: number | null;
            lag_p95_ms: number | null;
            /** @description Aduan yang dijawab, menurut hasilnya (diperbaiki, dijadwalkan, dijelaskan, diteruskan, tanpa_hasil, ditolak) */
            endings: {
                [key: string]: number;
            };
        };
        Overview: {
            nodes: components["schemas"]["FlowNode"][];
            edges: components["schemas"]["FlowEdge"][];
            /** @description Yang memerlukan orang sekarang */
            needs: components["schemas"]["Need"][];
            /** @description Peringatan yang terbuka */
            alerts_open: number;
            /** @description Panjang tiap selang, detik */
            step_seconds: number;
            /** @description Menurut waktu, yang tertua lebih dulu */
            series: components["schemas"]["Moment"][];
        };
        AlertItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "deliveries_waiting" | "messages_waiting" | "instance_paused" | "breaker_open" | "label_unmapped" | "delivery_parked" | "delivery_uncertain" | "message_parked" | "platform_silent" | "webhook_lost" | "reading_hampered" | "reconciliation_stalled" | "deadline_soon" | "deadline_overdue";
            /** @example laporgub */
            instance: string;
            /** @description Apa yang terjadi dan apa yang dapat dilakukan */
            message: string;
            /** @description Berapa banyak yang terkena */
            count: number;
            /** Format: date-time */
            opened_at: string;
            /**
             * Format: date-time
             * @description Menutup sendiri begitu penyebabnya hilang; null selama terbuka
             */
            closed_at: string | null;
            /** @description Siapa yang menandainya sudah dilihat */
            acknowledged_by: string | null;
            /** Format: date-time */
            acknowledged_at: string | null;
        };
        AlertsPage: {
            data: components["schemas"]["AlertItem"][];
            next_cursor: string | null;
        };
        AcknowledgedAlert: {
            /** Format: uuid */
            id: string;
        };
        ChannelView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "webhook" | "email";
            name: string;
            target: string;
            kinds: ("deliveries_waiting" | "messages_waiting" | "instance_paused" | "breaker_open" | "label_unmapped" | "delivery_parked" | "delivery_uncertain" | "message_parked" | "platform_silent" | "webhook_lost" | "reading_hampered" | "reconciliation_stalled" | "deadline_soon" | "deadline_overdue")[];
            quiet_from: string | null;
            quiet_to: string | null;
            urgent_passes: boolean;
            enabled: boolean;
            created_by: string;
            /** Format: date-time */
            created_at: string;
        };
        ChannelList: {
            data: components["schemas"]["ChannelView"][];
            /** @description false: SMTP_URL belum diatur */
            email_available: boolean;
        };
        NewChannel: {
            /** @enum {string} */
            kind: "webhook" | "email";
            /** @description Nama saluran */
            name: string;
            /** @description Alamat webhook, atau alamat surel yang dipisahkan koma */
            target: string;
            /** @description Kosong: semua jenis */
            kinds?: ("deliveries_waiting" | "messages_waiting" | "instance_paused" | "breaker_open" | "label_unmapped" | "delivery_parked" | "delivery_uncertain" | "message_parked" | "platform_silent" | "webhook_lost" | "reading_hampered" | "reconciliation_stalled" | "deadline_soon" | "deadline_overdue")[];
            /**
             * @description WIB
             * @example 21:00
             */
            quiet_from?: string | null;
            /**
             * @description WIB
             * @example 06:00
             */
            quiet_to?: string | null;
            /** @description Yang mendesak disampaikan juga pada waktu tenang */
            urgent_passes?: boolean;
            enabled?: boolean;
        };
        MadeChannel: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "webhook" | "email";
            name: string;
            target: string;
            kinds: ("deliveries_waiting" | "messages_waiting" | "instance_paused" | "breaker_open" | "label_unmapped" | "delivery_parked" | "delivery_uncertain" | "message_parked" | "platform_silent" | "webhook_lost" | "reading_hampered" | "reconciliation_stalled" | "deadline_soon" | "deadline_overdue")[];
            quiet_from: string | null;
            quiet_to: string | null;
            urgent_passes: boolean;
            enabled: boolean;
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /** @description Rahasia tanda tangan; hanya tampil sekali */
            secret: string | null;
        };
        ChannelChanges: {
            /** @description Nama saluran */
            name?: string;
            /** @description Alamat webhook, atau alamat surel yang dipisahkan koma */
            target?: string;
            /** @description Kosong: semua jenis */
            kinds?: ("deliveries_waiting" | "messages_waiting" | "instance_paused" | "breaker_open" | "label_unmapped" | "delivery_parked" | "delivery_uncertain" | "message_parked" | "platform_silent" | "webhook_lost" | "reading_hampered" | "reconciliation_stalled" | "deadline_soon" | "deadline_overdue")[];
            /**
             * @description WIB
             * @example 21:00
             */
            quiet_from?: string | null;
            /**
             * @description WIB
             * @example 06:00
             */
            quiet_to?: string | null;
            /** @description Yang mendesak disampaikan juga pada waktu tenang */
            urgent_passes?: boolean;
            enabled?: boolean;
        };
        RemovedChannel: {
            /** Format: uuid */
            id: string;
        };
        ChannelTest: {
            /** @description Apakah penerima mengambilnya */
            ok: boolean;
            /** @description Yang keliru */
            fault: string | null;
        };
        AuditEntry: {
            /** @description Bilangan bulat besar, sebagai teks */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            hop: "receive" | "ingest" | "deliver" | "person" | "system";
            /** @example hub */
            actor: string;
            instance: string | null;
            /** @enum {string|null} */
            direction: "in" | "out" | null;
            /** @example SA-2026-000042 */
            complaint: string | null;
            event_id: string | null;
            event_type: string | null;
            delivery_id: string | null;
            inbox_id: string | null;
            /** @example ok */
            outcome: string;
            attempt: number | null;
            /** @description Aturan penerusan yang cocok */
            rule: string | null;
            detail: string | null;
            /** @description Permintaan, tersamar */
            request: Record<string, never> | null;
            /** @description Jawaban, tersamar */
            answer: Record<string, never> | null;
            duration_ms: number | null;
            trace_id: string;
        };
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            next_cursor: string | null;
        };
        AuditDetail: {
            entry: components["schemas"]["AuditEntry"];
            /** @description Langkah sebelumnya */
            previous: components["schemas"]["AuditEntry"] | null;
            /** @description Yang berbeda dari langkah sebelumnya, sebagai unified diff; kosong bila tidak ada */
            difference: string;
        };
        ReconcileRequest: {
            /** @description Daftar platform yang jauh lebih pendek daripada sebelumnya memang benar */
            accept_fewer?: boolean;
        };
        DriftCounts: {
            missing_here: number;
            missing_there: number;
            other_status: number;
            missing_reply: number;
        };
        Run: {
            id: string;
            instance: string;
            /**
             * @description halted: dihentikan karena daftar platform mencurigakan
             * @enum {string}
             */
            state: "running" | "done" | "halted" | "failed";
            /** @description Mengapa berhenti */
            reason: string | null;
            /** @description hub bila menurut jadwal */
            asked_by: string;
            /** @description Aduan yang disebut daftar platform sejauh ini */
            listed: number;
            /** @description Aduan yang dibaca utuh */
            fetched: number;
            /** @description Perbedaan menurut jenisnya */
            drift_by_kind: components["schemas"]["DriftCounts"];
            /** @description Perbedaan yang menunggu keputusan orang */
            open: number;
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /** @description Sama dengan trace_id di jejak audit */
            trace_id: string;
        };
        RunPage: {
            data: components["schemas"]["Run"][];
            next_cursor: string | null;
        };
        DriftView: {
            id: string;
            run_id: string;
            instance: string;
            /**
             * @description missing_here: belum pernah sampai ke simpul; missing_there: tidak ada lagi di platform; other_status: status berbeda; missing_reply: tanggapan yang dikirim tidak tampak
             * @enum {string}
             */
            kind: "missing_here" | "missing_there" | "other_status" | "missing_reply";
            /** @enum {string} */
            what: "case" | "reply" | "status" | "facts";
            /**
             * @description repaired: ditangani sendiri; open: menunggu keputusan orang
             * @enum {string}
             */
            state: "repaired" | "open" | "dismissed" | "settled";
            /** @description Nomor aduan, bila diketahui */
            complaint: string | null;
            /** @description Nomor di platform */
            external_id: string;
            /** @description Apa yang berbeda dan apa yang dapat dilakukan */
            sentence: string;
            /** Format: date-time */
            found_at: string;
            /** @description Alasan orang yang menutupnya */
            reason: string | null;
        };
        DriftPage: {
            data: components["schemas"]["DriftView"][];
            next_cursor: string | null;
        };
        RunDetail: {
            id: string;
            instance: string;
            /**
             * @description halted: dihentikan karena daftar platform mencurigakan
             * @enum {string}
             */
            state: "running" | "done" | "halted" | "failed";
            /** @description Mengapa berhenti */
            reason: string | null;
            /** @description hub bila menurut jadwal */
            asked_by: string;
            /** @description Aduan yang disebut daftar platform sejauh ini */
            listed: number;
            /** @description Aduan yang dibaca utuh */
            fetched: number;
            /** @description Perbedaan menurut jenisnya */
            drift_by_kind: components["schemas"]["DriftCounts"];
            /** @description Perbedaan yang menunggu keputusan orang */
            open: number;
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /** @description Sama dengan trace_id di jejak audit */
            trace_id: string;
            /** @description Yang tertua lebih dulu */
            drift: components["schemas"]["DriftPage"];
        };
        DismissRequest: {
            /** @description Alasan, tercatat di jejak audit */
            reason: string;
        };
        Dismissal: {
            id: string;
            /** @enum {string} */
            outcome: "dismissed";
        };
        PeriodDto: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        Totals: {
            received: number;
            done: number;
            /** @description null bila tidak ada aduan */
            share_done: number | null;
            returned: number;
            rerouted: number;
            on_time: number;
            late: number;
            ratings: number;
            rating_mean: number | null;
        };
        RecapRow: {
            /** @description unknown: belum diketahui */
            key: string;
            label: string;
            received: number;
            done: number;
            /** @description null bila tidak ada aduan */
            share_done: number | null;
            on_time: number;
            late: number;
            /** @description Detik */
            median_done_s: number | null;
        };
        By: {
            channel: components["schemas"]["RecapRow"][];
            opd: components["schemas"]["RecapRow"][];
            subject: components["schemas"]["RecapRow"][];
            kecamatan: components["schemas"]["RecapRow"][];
            authority: components["schemas"]["RecapRow"][];
            platform: components["schemas"]["RecapRow"][];
        };
        Duration: {
            /** @description Aduan yang sudah sampai di sana */
            count: number;
            /** @description Detik */
            median_s: number | null;
            /** @description Detik */
            p90_s: number | null;
        };
        Times: {
            first_response: components["schemas"]["Duration"];
            forward: components["schemas"]["Duration"];
            answer: components["schemas"]["Duration"];
            done: components["schemas"]["Duration"];
        };
        OutcomeCount: {
            key: string;
            label: string;
            count: number;
        };
        Rankings: {
            most_done: components["schemas"]["RecapRow"][];
            highest_share: components["schemas"]["RecapRow"][];
            best_kecamatan: components["schemas"]["RecapRow"][];
            /** @description Aduan yang sedikitnya harus diterima untuk diperingkat menurut bagian selesai */
            minimum_volume: number;
        };
        Month: {
            /** @example 2025-01 */
            month: string;
            received: number;
            done: number;
        };
        RecapDto: {
            period: components["schemas"]["PeriodDto"];
            /** @description Periode tepat sebelumnya, sebagaimana definitions.previous */
            previous: components["schemas"]["PeriodDto"];
            totals: components["schemas"]["Totals"];
            previous_totals: components["schemas"]["Totals"];
            by: components["schemas"]["By"];
            times: components["schemas"]["Times"];
            outcomes: components["schemas"]["OutcomeCount"][];
            rankings: components["schemas"]["Rankings"];
            trend: components["schemas"]["Month"][];
            /** @description Apa yang dihitung tiap angka, satu kalimat */
            definitions: {
                [key: string]: string;
            };
        };
        CountedComplaint: {
            /** @example SA-2025-000042 */
            number: string;
            /** @description Tersamar bila rahasia */
            title: string | null;
            /** @enum {string} */
            status: "received" | "verifying" | "needs_info" | "assigned" | "in_progress" | "resolved" | "closed" | "rejected";
            /** @example Selesai */
            status_label: string;
            /** Format: date-time */
            opened_at: string;
            /** @description Detik */
            first_response_s: number | null;
            /** @description Detik */
            done_s: number | null;
            late: boolean;
        };
        CountedPage: {
            data: components["schemas"]["CountedComplaint"][];
            next_cursor: string | null;
        };
        ReportView: {
            /** @example 2025-01 */
            month: string;
            /** @description Aduan yang diterima dalam bulan itu, menurut laporannya */
            received: number;
            /** Format: date-time */
            made_at: string;
        };
        RoutingShown: {
            version: number;
            /**
             * @description file: dari berkas; saved: disimpan orang; rollback: kembali ke yang lama
             * @enum {string}
             */
            source: "file" | "saved" | "rollback";
            /** @example hub */
            saved_by: string;
            /** @description Alasan */
            why: string;
            /** Format: date-time */
            saved_at: string;
            /** @description Seluruh teks; rahasia tertulis sebagai ${NAMA} */
            text: string;
            file: components["schemas"]["FileState"];
        };
        Movement: {
            /** @description null: rumah */
            from: string | null;
            /** @description null: rumah */
            to: string | null;
            /** @description Aturan yang memutuskannya menurut rancangan */
            rule: string;
            count: number;
        };
        RuleUse: {
            rule: string;
            /** @description Aduan yang diputus aturan ini menurut rancangan */
            count: number;
        };
        Destination: {
            /** @description null: tetap di rumah */
            to: string | null;
            /** @example jalan-provinsi */
            rule: string;
            why: string;
        };
        MovedComplaint: {
            /** @example SA-2026-000042 */
            number: string;
            title: string | null;
            /** @description Awal isinya; kosong bila rahasia */
            excerpt: string;
            before: components["schemas"]["Destination"];
            after: components["schemas"]["Destination"];
        };
        Simulation: {
            /** @description Aduan 30 hari terakhir yang diperiksa */
            complaints: number;
            /** @description Yang akan pergi ke tempat lain */
            moved: number;
            /** @description Terbanyak dulu */
            movements: components["schemas"]["Movement"][];
            /** @description Seberapa sering tiap aturan memutuskan */
            rules: components["schemas"]["RuleUse"][];
            /** @description Contohnya, paling banyak 100 */
            examples: components["schemas"]["MovedComplaint"][];
        };
        LogIn: {
            /** @example siti@aduan.example.go.id */
            email: string;
            /**
             * Format: password
             * @description Kata sandi
             */
            password: string;
            /**
             * @description Kode faktor kedua (enam angka), atau salah satu kode pemulihan (7K3QM-X9PDW)
             * @example 123456
             */
            totp?: string;
        };
        LoggedIn: {
            /** Format: uuid */
            id: string;
            /** @example siti@aduan.example.go.id */
            email: string;
            name: string;
            /** @enum {string} */
            role: "admin_utama" | "admin_opd" | "admin_kecamatan" | "admin_vertikal" | "operator_integrasi" | "auditor" | "pimpinan";
            /** @description OPD atau instansi; hanya aduannya yang terlihat */
            opd?: string;
            /**
             * @description Kode wilayah
             * @example 33.03.09
             */
            kecamatan?: string;
            /** @description Yang boleh dilakukan */
            permissions: ("complaints.read" | "complaints.identity" | "complaints.phone" | "complaints.answer" | "complaints.decide" | "complaints.reporter_code" | "conversations.read" | "triage.decide" | "instances.read" | "profiles.read" | "routing.read" | "parked.read" | "alerts.read" | "reconciliations.read" | "audit.read" | "audit.export" | "instances.test" | "instances.pause" | "instances.create" | "profiles.try" | "profiles.save" | "secrets.save" | "routing.save" | "parked.retry" | "parked.skip" | "alerts.manage" | "reconciliations.run" | "drift.dismiss" | "figures.read" | "recap.read" | "reports.read" | "users.manage" | "keys.manage" | "account.own")[];
        };
        SessionView: {
            user: components["schemas"]["LoggedIn"];
            /** @description Dikirim sebagai X-CSRF-Token pada setiap perubahan */
            csrf: string;
        };
        LogInWays: {
            /** @description Lewat penyedia OIDC, di /api/v1/oidc/start */
            oidc: boolean;
        };
        Ended: {
            /** @description Berapa sesi yang diakhiri */
            ended: number;
        };
        OpenSession: {
            /** Format: uuid */
            id: string;
            /** @description Alamat saat masuk */
            address: string | null;
            /** @description Peramban */
            agent: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            seen_at: string;
            /** @description Sesi yang dipakai sekarang */
            current: boolean;
        };
        OpenSessions: {
            data: components["schemas"]["OpenSession"][];
        };
        PasswordChange: {
            /**
             * Format: password
             * @description Kata sandi sekarang
             */
            current: string;
            /**
             * Format: password
             * @description Paling sedikit 12 huruf, bukan yang umum
             */
            password: string;
        };
        FactorState: {
            /** @description Apakah masuk memerlukan faktor kedua */
            totp: boolean;
            /** @description Kode pemulihan yang belum dipakai */
            recovery_left: number;
        };
        ProposedFactor: {
            /** @description Untuk diketik bila kode QR tidak dapat dipindai; base32 */
            secret: string;
            /**
             * @description Untuk kode QR
             * @example otpauth://totp/...
             */
            uri: string;
        };
        Confirmation: {
            /** @description Kode yang sedang tampil */
            totp: string;
        };
        RecoveryCodes: {
            /**
             * @description Hanya ditampilkan sekali; masing-masing sekali pakai
             * @example [
             *       "7K3QM-X9PDW"
             *     ]
             */
            recovery_codes: string[];
        };
        KeyView: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: ("complaints.read" | "complaints.phone" | "complaints.answer" | "complaints.decide" | "complaints.reporter_code" | "conversations.read" | "triage.decide" | "instances.read" | "profiles.read" | "routing.read" | "parked.read" | "alerts.read" | "reconciliations.read" | "audit.read" | "audit.export" | "instances.test" | "instances.pause" | "instances.create" | "profiles.try" | "profiles.save" | "secrets.save" | "routing.save" | "parked.retry" | "parked.skip" | "alerts.manage" | "reconciliations.run" | "drift.dismiss" | "figures.read" | "recap.read" | "reports.read")[];
            /** @description Siapa yang membuatnya */
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            used_at: string | null;
        };
        KeyList: {
            data: components["schemas"]["KeyView"][];
        };
        NewKey: {
            /** @description Nama mesin atau sistem; begitulah jejak audit menyebutnya */
            name: string;
            /** @description Yang boleh dilakukan dengan kunci ini */
            scopes: ("complaints.read" | "complaints.phone" | "complaints.answer" | "complaints.decide" | "complaints.reporter_code" | "conversations.read" | "triage.decide" | "instances.read" | "profiles.read" | "routing.read" | "parked.read" | "alerts.read" | "reconciliations.read" | "audit.read" | "audit.export" | "instances.test" | "instances.pause" | "instances.create" | "profiles.try" | "profiles.save" | "secrets.save" | "routing.save" | "parked.retry" | "parked.skip" | "alerts.manage" | "reconciliations.run" | "drift.dismiss" | "figures.read" | "recap.read" | "reports.read")[];
        };
        MadeKey: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: ("complaints.read" | "complaints.phone" | "complaints.answer" | "complaints.decide" | "complaints.reporter_code" | "conversations.read" | "triage.decide" | "instances.read" | "profiles.read" | "routing.read" | "parked.read" | "alerts.read" | "reconciliations.read" | "audit.read" | "audit.export" | "instances.test" | "instances.pause" | "instances.create" | "profiles.try" | "profiles.save" | "secrets.save" | "routing.save" | "parked.retry" | "parked.skip" | "alerts.manage" | "reconciliations.run" | "drift.dismiss" | "figures.read" | "recap.read" | "reports.read")[];
            /** @description Siapa yang membuatnya */
            created_by: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            used_at: string | null;
            /** @description Hanya tampil sekali; di sini hanya disimpan sidiknya */
            key: string;
        };
        RevokedKey: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            outcome: "revoked";
        };
        UserView: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "admin_utama" | "admin_opd" | "admin_kecamatan" | "admin_vertikal" | "operator_integrasi" | "auditor" | "pimpinan";
            opd: string | null;
            kecamatan: string | null;
            disabled: boolean;
            /** @description false: undangannya belum dipakai */
            has_password: boolean;
            /** @description Memakai faktor kedua */
            totp: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Terakhir memakai simpul
             */
            seen_at: string | null;
        };
        UserList: {
            data: components["schemas"]["UserView"][];
        };
        NewUser: {
            /** @description OPD atau instansi, sebagaimana tertulis pada aduan: wajib bagi admin_opd dan admin_vertikal */
            opd?: string;
            /** @description Wajib bagi admin_kecamatan */
            kecamatan?: string | null;
            /** @example siti@aduan.example.go.id */
            email: string;
            /** @description Nama */
            name: string;
            /** @enum {string} */
            role: "admin_utama" | "admin_opd" | "admin_kecamatan" | "admin_vertikal" | "operator_integrasi" | "auditor" | "pimpinan";
        };
        UserChanges: {
            /** @description OPD atau instansi, sebagaimana tertulis pada aduan: wajib bagi admin_opd dan admin_vertikal */
            opd?: string;
            /** @description Wajib bagi admin_kecamatan */
            kecamatan?: string | null;
            /** @description Nama */
            name?: string;
            /** @enum {string} */
            role?: "admin_utama" | "admin_opd" | "admin_kecamatan" | "admin_vertikal" | "operator_integrasi" | "auditor" | "pimpinan";
            /** @description true mengakhiri semua sesinya seketika */
            disabled?: boolean;
            /**
             * @description Melepas faktor kedua yang hilang
             * @enum {boolean}
             */
            totp?: false;
        };
        InvitationView: {
            /** @description Sekali pakai; sampaikan hanya kepada orangnya */
            url: string;
            /** Format: date-time */
            expires_at: string;
        };
        Acceptance: {
            /**
             * Format: password
             * @description Paling sedikit 12 huruf, bukan yang umum
             */
            password: string;
            /** @description Nama */
            name?: string;
        };
        Accepted: {
            /** @description Surel untuk masuk */
            email: string;
            name: string;
        };
        ViewItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            page: "aduan" | "audit";
            name: string;
            /** @description Saringan, sebagaimana di alamat halaman */
            query: string;
        };
        ViewList: {
            data: components["schemas"]["ViewItem"][];
        };
        NewView: {
            /**
             * @description Halaman konsol
             * @enum {string}
             */
            page: "aduan" | "audit";
            /** @description Nama tampilan; nama yang sudah ada memperoleh saringan yang baru */
            name: string;
            /**
             * @description Nomor telepon yang dicari tidak ikut disimpan
             * @example status=received&channel=whatsapp
             */
            query: string;
        };
        RemovedView: {
            /** Format: uuid */
            id: string;
        };
        FieldError: {
            /**
             * @description Nama isian
             * @example limit
             */
            field: string;
            /**
             * @description Apa yang keliru
             * @example paling besar 200
             */
            message: string;
        };
        Problem: {
            /** @example urn:simpul-aduan:problem:not-found */
            type: string;
            /** @example Tidak ditemukan */
            title: string;
            /** @example 404 */
            status: number;
            /** @description Apa yang terjadi dan apa yang dapat dilakukan */
            detail: string;
            /**
             * @description Alamat yang diminta
             * @example /api/v1/complaints/SA-2026-000042
             */
            instance: string;
            /** @description Sama dengan yang tertulis di log dan jejak audit */
            trace_id: string;
            /** @description Kekeliruan tiap isian */
            errors?: components["schemas"]["FieldError"][];
            /** @description Kekeliruan sebuah teks konfigurasi */
            faults?: components["schemas"]["TextFault"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    WebhooksController_introduce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kata yang diminta dibacakan kembali */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WebhooksController_receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instance: string;
            };
            cookie?: never;
        };
        /** @description Isi sebagaimana dikirim platform */
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Sama, untuk kanal: platformnya menghendaki 200 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sudah tersimpan; kiriman ulang dijawab sama */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "accepted";
                    };
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Isi terlalu besar */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Isi yang dimampatkan tidak diterima */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProbesController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
        };
    };
    ProbesController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotReady"];
                };
            };
        };
    };
    ProbesController_numbers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
    ComplaintsController_list: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Satu status atau beberapa, dipisahkan koma */
                status?: ("received" | "verifying" | "needs_info" | "assigned" | "in_progress" | "resolved" | "closed" | "rejected")[];
                /** @description Koneksi tempat aduan ini juga tercatat */
                instance?: string;
                /** @description Koneksi yang menangani */
                handler?: string;
                /** @description Pokok aduan */
                category?: "road" | "bridge" | "drainage" | "retaining_wall" | "street_light" | "social_aid" | "pkh" | "education" | "health_insurance" | "health" | "employment" | "housing" | "public_order" | "environment" | "village" | "civil_registry" | "transport" | "vehicle_tax" | "other";
                /** @description Kewenangan; unknown berarti belum diketahui */
                kewenangan?: "desa" | "kabupaten" | "provinsi" | "pusat" | "vertikal" | "bumn" | "unknown";
                /** @description Kode wilayah kecamatan atau desa */
                kecamatan?: string;
                /** @description OPD yang ditugasi, misalnya DPUPR */
                opd?: string;
                /** @description Saluran, misalnya whatsapp */
                channel?: string;
                /** @description Nomor aduan, nomor di platform lain, atau paling sedikit tiga huruf dari isi */
                q?: string;
                /** @description Nomor telepon pelapor: dicocokkan sebagai sidik, tidak pernah ditampilkan */
                phone?: string;
                /** @description Tenggat yang berjalan: soon, mendekat; overdue, terlewati */
                due?: "soon" | "overdue";
                /** @description Diajukan sejak */
                opened_from?: string;
                /** @description Diajukan sampai; tanggal tanpa jam termasuk seharian */
                opened_to?: string;
                /** @description Hanya yang rahasia, atau hanya yang tidak */
                rahasia?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ComplaintsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintDetail"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ComplaintsController_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReporterView"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ComplaintsController_reporterCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReporterAccess"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ComplaintsController_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_disposition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispositionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_authority: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorityRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_forward: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_needsInfo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedsInfoRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_reply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_status: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActsController_marks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Permintaan yang dikirim dua kali dengan kunci yang sama dijalankan sekali */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarksRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConversationsController_conversations: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description direct: pesan pribadi; comment: di bawah kiriman */
                kind?: "direct" | "comment";
                /** @description Nomor aduan yang lahir di percakapan ini */
                complaint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ConversationsController_drops: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description Alasan, misalnya spam */
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DropPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TriageController_list: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriagePage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TriageController_areas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TriageController_examples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TriageController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageDone"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TriageController_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageDone"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NewInstanceController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInstanceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceState"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceState"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_labels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Labels"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_messages: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceState"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InstancesController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstanceState"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NewInstanceController_connectors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectorList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NewInstanceController_template: {
        parameters: {
            query?: {
                /** @description Nama koneksi yang akan dibuat */
                name?: string;
            };
            header?: never;
            path: {
                connector: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunShown"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDraftShown"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionText"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_difference: {
        parameters: {
            query: {
                /** @description Dari versi */
                from: number;
                /** @description Ke versi */
                to: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_rollBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfilesController_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenApiRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposals"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Isi terlalu besar */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecretsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecretsController_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretList"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SecretsController_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rotation"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_list: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description Alasan, persis seperti dalam daftar kelompok */
                reason?: string;
                /** @description delivery: yang akan dikirim; message: yang diterima */
                kind?: "delivery" | "message";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedGroups"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_retryAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedAll"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedDetail"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewShown"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedDone"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParkedController_skip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedDone"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OverviewController_show: {
        parameters: {
            query?: {
                /** @description Jam ke belakang */
                hours?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StreamController_stream: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yang terakhir diterima; yang terlewat dikirim lagi */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AlertsController_list: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description Jenis peringatan */
                kind?: "deliveries_waiting" | "messages_waiting" | "instance_paused" | "breaker_open" | "label_unmapped" | "delivery_parked" | "delivery_uncertain" | "message_parked" | "platform_silent" | "webhook_lost" | "reading_hampered" | "reconciliation_stalled" | "deadline_soon" | "deadline_overdue";
                /** @description true: yang masih terbuka; false: yang sudah ditutup */
                open?: boolean;
                /** @description true: yang sudah ditandai dilihat; false: yang belum */
                acknowledged?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AlertsController_acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcknowledgedAlert"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannel"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeChannel"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedChannel"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTest"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Langkah */
                hop?: "receive" | "ingest" | "deliver" | "person" | "system";
                /** @description Koneksi */
                instance?: string;
                /** @description Arah */
                direction?: "in" | "out";
                /** @description Hasil, misalnya ok atau parked */
                outcome?: string;
                /** @description Pelaku, misalnya hub */
                actor?: string;
                /** @description Nomor aduan */
                complaint?: string;
                /** @description Nomor jejak */
                trace_id?: string;
                /** @description Kiriman */
                delivery_id?: string;
                /** @description Jenis peristiwa, misalnya replied */
                event_type?: string;
                /** @description Aturan penerusan */
                rule?: string;
                /** @description Sejak */
                from?: string;
                /** @description Sampai; tanggal tanpa jam termasuk seharian */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_export: {
        parameters: {
            query?: {
                /** @description Langkah */
                hop?: "receive" | "ingest" | "deliver" | "person" | "system";
                /** @description Koneksi */
                instance?: string;
                /** @description Arah */
                direction?: "in" | "out";
                /** @description Hasil, misalnya ok atau parked */
                outcome?: string;
                /** @description Pelaku, misalnya hub */
                actor?: string;
                /** @description Nomor aduan */
                complaint?: string;
                /** @description Nomor jejak */
                trace_id?: string;
                /** @description Kiriman */
                delivery_id?: string;
                /** @description Jenis peristiwa, misalnya replied */
                event_type?: string;
                /** @description Aturan penerusan */
                rule?: string;
                /** @description Sejak */
                from?: string;
                /** @description Sampai; tanggal tanpa jam termasuk seharian */
                to?: string;
                /** @description csv bila tidak disebut; cloudevents: satu CloudEvents 1.0 tiap baris */
                format?: "csv" | "jsonl" | "cloudevents";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuditController_detail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditDetail"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReconciliationController_reconcile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReconciliationController_list: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description Keadaan */
                state?: "running" | "done" | "halted" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReconciliationController_show: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description missing_here: belum pernah sampai ke simpul; missing_there: tidak ada lagi di platform; other_status: status berbeda; missing_reply: tanggapan yang dikirim tidak tampak */
                kind?: "missing_here" | "missing_there" | "other_status" | "missing_reply";
                /** @description Keadaan */
                state?: "repaired" | "open" | "dismissed" | "settled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReconciliationController_drift: {
        parameters: {
            query?: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Nilai next_cursor dari halaman sebelumnya */
                cursor?: string;
                /** @description Koneksi */
                instance?: string;
                /** @description missing_here: belum pernah sampai ke simpul; missing_there: tidak ada lagi di platform; other_status: status berbeda; missing_reply: tanggapan yang dikirim tidak tampak */
                kind?: "missing_here" | "missing_there" | "other_status" | "missing_reply";
                /** @description Keadaan */
                state?: "repaired" | "open" | "dismissed" | "settled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReconciliationController_dismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dismissal"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecapController_show: {
        parameters: {
            query: {
                /** @description Hari pertama, WIB */
                from: string;
                /** @description Hari terakhir, WIB, termasuk */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecapDto"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecapController_behind: {
        parameters: {
            query: {
                /** @description Isi satu halaman */
                limit?: number;
                /** @description Hari pertama, WIB */
                from: string;
                /** @description Hari terakhir, WIB, termasuk */
                to: string;
                /** @description Menurut apa angkanya dihitung */
                dimension: "channel" | "opd" | "subject" | "kecamatan" | "authority" | "platform" | "outcome" | "total";
                /** @description Baris mana, kecuali untuk total; unknown: yang belum diketahui */
                key?: string;
                /** @description Angka yang mana */
                figure: "received" | "done" | "late" | "on_time" | "returned" | "rerouted";
                /** @description Nilai next_cursor dari halaman sebelumnya */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedPage"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecapFilesController_pdf: {
        parameters: {
            query: {
                /** @description Hari pertama, WIB */
                from: string;
                /** @description Hari terakhir, WIB, termasuk */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecapFilesController_xlsx: {
        parameters: {
            query: {
                /** @description Hari pertama, WIB */
                from: string;
                /** @description Hari terakhir, WIB, termasuk */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RecapFilesController_csv: {
        parameters: {
            query: {
                /** @description Hari pertama, WIB */
                from: string;
                /** @description Hari terakhir, WIB, termasuk */
                to: string;
                /** @description Tabel yang mana */
                table: "totals" | "channel" | "opd" | "subject" | "kecamatan" | "authority" | "platform" | "times" | "outcomes" | "rankings" | "trend" | "definitions";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"][];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportsController_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                form: "pdf" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingShown"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_simulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionText"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_difference: {
        parameters: {
            query: {
                /** @description Dari versi */
                from: number;
                /** @description Ke versi */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RoutingController_rollBack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Terlalu banyak percobaan */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_ways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogInWays"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_list: {
        parameters: {
            query?: {
                /** @description Sesi pengguna ini (hanya admin utama); sesi sendiri bila tidak disebut */
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenSessions"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_endOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ended"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Terlalu banyak percobaan */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorState"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedFactor"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorState"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KeysController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KeysController_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KeysController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedKey"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UsersController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InvitationsController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ViewsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewList"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ViewsController_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewItem"];
                };
            };
            /** @description Permintaan tidak sah */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bertentangan dengan keadaan sekarang */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ViewsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedView"];
                };
            };
            /** @description Belum masuk, atau kunci API tidak ada atau salah */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Peran atau kunci ini tidak boleh melakukannya */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tidak ditemukan */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Galat dalam simpul */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Basis data tidak dapat dihubungi */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}


export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "answer_groups": {
                  Row: {
                    "after_batch": number,"answers": NonNullable<Json>,"field_code": string | null,"hash": string,"n": number,"office_code": string,"position": number,"previous_hash": string,"procedure_code": string | null,"quarter": string,"question": string,"released_on": string
                  }
                  ComputedFields: never
                  Insert: {
                    "after_batch": number,"answers": NonNullable<Json>,"field_code"?: string | null,"hash": string,"n": number,"office_code": string,"position": number,"previous_hash": string,"procedure_code"?: string | null,"quarter": string,"question": string,"released_on": string
                  }
                  Update: {
                    "after_batch"?: number,"answers"?: NonNullable<Json>,"field_code"?: string | null,"hash"?: string,"n"?: number,"office_code"?: string,"position"?: number,"previous_hash"?: string,"procedure_code"?: string | null,"quarter"?: string,"question"?: string,"released_on"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "answer_groups_field_code_fkey"
      columns: ["field_code"]
isOneToOne: false
      referencedRelation: "fields"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "answer_groups_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "answer_groups_procedure_code_fkey"
      columns: ["procedure_code"]
isOneToOne: false
      referencedRelation: "procedures"
      referencedColumns: ["code"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "action": string,"after": Json | null,"at": string,"before": Json | null,"id": number,"key": string,"office_code": string | null,"subject": string,"who": string
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"after"?: Json | null,"at"?: string,"before"?: Json | null,"id"?: never,"key": string,"office_code"?: string | null,"subject": string,"who": string
                  }
                  Update: {
                    "action"?: string,"after"?: Json | null,"at"?: string,"before"?: Json | null,"id"?: never,"key"?: string,"office_code"?: string | null,"subject"?: string,"who"?: string
                  }
                  Relationships: [
                    
                  ]
                },"batches": {
                  Row: {
                    "channel": Database["public"]['Enums']["service_channel"] | null,"details": Json | null,"field_code": string | null,"hash": string,"n": number,"number": number,"office_code": string,"previous_hash": string,"procedure_code": string | null,"reason": string | null,"receipts_root": string | null,"recorded_on": string,"released_on": string,"score_1": number,"score_2": number,"score_3": number,"score_4": number,"score_5": number,"trust": Database["public"]['Enums']["trust"] | null,"voids": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "channel"?: Database["public"]['Enums']["service_channel"] | null,"details"?: Json | null,"field_code"?: string | null,"hash": string,"n": number,"number": number,"office_code": string,"previous_hash": string,"procedure_code"?: string | null,"reason"?: string | null,"receipts_root"?: string | null,"recorded_on": string,"released_on": string,"score_1": number,"score_2": number,"score_3": number,"score_4": number,"score_5": number,"trust"?: Database["public"]['Enums']["trust"] | null,"voids"?: number | null
                  }
                  Update: {
                    "channel"?: Database["public"]['Enums']["service_channel"] | null,"details"?: Json | null,"field_code"?: string | null,"hash"?: string,"n"?: number,"number"?: number,"office_code"?: string,"previous_hash"?: string,"procedure_code"?: string | null,"reason"?: string | null,"receipts_root"?: string | null,"recorded_on"?: string,"released_on"?: string,"score_1"?: number,"score_2"?: number,"score_3"?: number,"score_4"?: number,"score_5"?: number,"trust"?: Database["public"]['Enums']["trust"] | null,"voids"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "batches_field_code_fkey"
      columns: ["field_code"]
isOneToOne: false
      referencedRelation: "fields"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "batches_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "batches_procedure_code_fkey"
      columns: ["procedure_code"]
isOneToOne: false
      referencedRelation: "procedures"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "batches_voids_fkey"
      columns: ["voids"]
isOneToOne: true
      referencedRelation: "batches"
      referencedColumns: ["number"]
    }
                  ]
                },"checkpoint_signatures": {
                  Row: {
                    "name": string,"signature": string,"size": number
                  }
                  ComputedFields: never
                  Insert: {
                    "name": string,"signature": string,"size": number
                  }
                  Update: {
                    "name"?: string,"signature"?: string,"size"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "checkpoint_signatures_size_fkey"
      columns: ["size"]
isOneToOne: false
      referencedRelation: "checkpoints"
      referencedColumns: ["size"]
    }
                  ]
                },"checkpoints": {
                  Row: {
                    "made_on": string,"origin": string,"root": string,"size": number
                  }
                  ComputedFields: never
                  Insert: {
                    "made_on": string,"origin": string,"root": string,"size": number
                  }
                  Update: {
                    "made_on"?: string,"origin"?: string,"root"?: string,"size"?: number
                  }
                  Relationships: [
                    
                  ]
                },"comments": {
                  Row: {
                    "asks": boolean,"batch_number": number,"handled_at": string | null,"handled_by": string | null,"id": string,"improve": (string)[],"is_forgotten": boolean,"is_masked": boolean,"office_code": string,"praised": (string)[],"procedure_code": string | null,"released_on": string,"replied_at": string | null,"replied_by": string | null,"reply": string | null,"text": string
                  }
                  ComputedFields: never
                  Insert: {
                    "asks"?: boolean,"batch_number": number,"handled_at"?: string | null,"handled_by"?: string | null,"id": string,"improve": (string)[],"is_forgotten"?: boolean,"is_masked": boolean,"office_code": string,"praised": (string)[],"procedure_code"?: string | null,"released_on": string,"replied_at"?: string | null,"replied_by"?: string | null,"reply"?: string | null,"text": string
                  }
                  Update: {
                    "asks"?: boolean,"batch_number"?: number,"handled_at"?: string | null,"handled_by"?: string | null,"id"?: string,"improve"?: (string)[],"is_forgotten"?: boolean,"is_masked"?: boolean,"office_code"?: string,"praised"?: (string)[],"procedure_code"?: string | null,"released_on"?: string,"replied_at"?: string | null,"replied_by"?: string | null,"reply"?: string | null,"text"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "comments_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "comments_procedure_code_fkey"
      columns: ["procedure_code"]
isOneToOne: false
      referencedRelation: "procedures"
      referencedColumns: ["code"]
    }
                  ]
                },"control_draws": {
                  Row: {
                    "commitment": string,"committed_on": string,"quarter": string,"secret": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "commitment": string,"committed_on": string,"quarter": string,"secret"?: string | null
                  }
                  Update: {
                    "commitment"?: string,"committed_on"?: string,"quarter"?: string,"secret"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"control_samples": {
                  Row: {
                    "drawn": number,"drawn_on": string,"office_code": string,"pool": number,"quarter": string,"sample_hash": string,"seed": string | null,"seed_batch": number
                  }
                  ComputedFields: never
                  Insert: {
                    "drawn": number,"drawn_on": string,"office_code": string,"pool": number,"quarter": string,"sample_hash": string,"seed"?: string | null,"seed_batch": number
                  }
                  Update: {
                    "drawn"?: number,"drawn_on"?: string,"office_code"?: string,"pool"?: number,"quarter"?: string,"sample_hash"?: string,"seed"?: string | null,"seed_batch"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "control_samples_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"control_surveys": {
                  Row: {
                    "answered": number | null,"answers": Json | null,"asked": number,"asked_by_telephone": number,"batch_number": number | null,"not_reached": number | null,"office_code": string,"organisations": string,"published_on": string,"quarter": string,"refused": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "answered"?: number | null,"answers"?: Json | null,"asked": number,"asked_by_telephone": number,"batch_number"?: number | null,"not_reached"?: number | null,"office_code": string,"organisations": string,"published_on": string,"quarter": string,"refused"?: number | null
                  }
                  Update: {
                    "answered"?: number | null,"answers"?: Json | null,"asked"?: number,"asked_by_telephone"?: number,"batch_number"?: number | null,"not_reached"?: number | null,"office_code"?: string,"organisations"?: string,"published_on"?: string,"quarter"?: string,"refused"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "control_surveys_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"feedback_figures": {
                  Row: {
                    "content": number | null,"is_pooled": boolean,"late": number,"median_days": number | null,"n": number,"not_content": number | null,"office_code": string,"on_time": number,"quarter": string,"released_on": string
                  }
                  ComputedFields: never
                  Insert: {
                    "content"?: number | null,"is_pooled": boolean,"late": number,"median_days"?: number | null,"n": number,"not_content"?: number | null,"office_code": string,"on_time": number,"quarter": string,"released_on": string
                  }
                  Update: {
                    "content"?: number | null,"is_pooled"?: boolean,"late"?: number,"median_days"?: number | null,"n"?: number,"not_content"?: number | null,"office_code"?: string,"on_time"?: number,"quarter"?: string,"released_on"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "feedback_figures_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"fields": {
                  Row: {
                    "code": string,"name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"name": string
                  }
                  Update: {
                    "code"?: string,"name"?: string
                  }
                  Relationships: [
                    
                  ]
                },"handled_dossiers": {
                  Row: {
                    "channel": Database["public"]['Enums']["service_channel"] | null,"handled": number,"id": number,"month": string,"office_code": string,"on_time": number | null,"procedure_code": string | null,"quality": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "channel"?: Database["public"]['Enums']["service_channel"] | null,"handled": number,"id"?: never,"month": string,"office_code": string,"on_time"?: number | null,"procedure_code"?: string | null,"quality"?: string | null
                  }
                  Update: {
                    "channel"?: Database["public"]['Enums']["service_channel"] | null,"handled"?: number,"id"?: never,"month"?: string,"office_code"?: string,"on_time"?: number | null,"procedure_code"?: string | null,"quality"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "handled_dossiers_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "handled_dossiers_procedure_code_fkey"
      columns: ["procedure_code"]
isOneToOne: false
      referencedRelation: "procedures"
      referencedColumns: ["code"]
    }
                  ]
                },"holidays": {
                  Row: {
                    "day": string,"is_worked": boolean,"name": string,"swapped_with": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "day": string,"is_worked"?: boolean,"name": string,"swapped_with"?: string | null
                  }
                  Update: {
                    "day"?: string,"is_worked"?: boolean,"name"?: string,"swapped_with"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"kiosk_uptime": {
                  Row: {
                    "kiosks": number,"month": string,"office_code": string,"open_hours": number,"usable_hours": number
                  }
                  ComputedFields: never
                  Insert: {
                    "kiosks": number,"month": string,"office_code": string,"open_hours": number,"usable_hours": number
                  }
                  Update: {
                    "kiosks"?: number,"month"?: string,"office_code"?: string,"open_hours"?: number,"usable_hours"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "kiosk_uptime_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"ledger_keys": {
                  Row: {
                    "name": string,"position": number,"public_key": string,"since": string
                  }
                  ComputedFields: never
                  Insert: {
                    "name": string,"position": number,"public_key": string,"since": string
                  }
                  Update: {
                    "name"?: string,"position"?: number,"public_key"?: string,"since"?: string
                  }
                  Relationships: [
                    
                  ]
                },"members": {
                  Row: {
                    "email": string,"ended_at": string | null,"ended_by": string | null,"id": number,"invited_by": string,"office_code": string,"organisation": string | null,"role": string,"since": string
                  }
                  ComputedFields: never
                  Insert: {
                    "email": string,"ended_at"?: string | null,"ended_by"?: string | null,"id"?: never,"invited_by": string,"office_code": string,"organisation"?: string | null,"role": string,"since"?: string
                  }
                  Update: {
                    "email"?: string,"ended_at"?: string | null,"ended_by"?: string | null,"id"?: never,"invited_by"?: string,"office_code"?: string,"organisation"?: string | null,"role"?: string,"since"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "members_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"method_versions": {
                  Row: {
                    "summary_en": string,"summary_km": string,"summary_vi": string,"valid_from": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "summary_en": string,"summary_km": string,"summary_vi": string,"valid_from": string,"version": string
                  }
                  Update: {
                    "summary_en"?: string,"summary_km"?: string,"summary_vi"?: string,"valid_from"?: string,"version"?: string
                  }
                  Relationships: [
                    
                  ]
                },"monthly_totals": {
                  Row: {
                    "cell": string,"channel": Database["public"]['Enums']["service_channel"] | null,"field_code": string | null,"grain": number,"month": string,"n": number,"office_code": string | null,"procedure_code": string | null,"score_1": number,"score_2": number,"score_3": number,"score_4": number,"score_5": number,"trust": Database["public"]['Enums']["trust"] | null
                  }
                  ComputedFields: never
                  Insert: {
                    "cell": string,"channel"?: Database["public"]['Enums']["service_channel"] | null,"field_code"?: string | null,"grain": number,"month": string,"n": number,"office_code"?: string | null,"procedure_code"?: string | null,"score_1": number,"score_2": number,"score_3": number,"score_4": number,"score_5": number,"trust"?: Database["public"]['Enums']["trust"] | null
                  }
                  Update: {
                    "cell"?: string,"channel"?: Database["public"]['Enums']["service_channel"] | null,"field_code"?: string | null,"grain"?: number,"month"?: string,"n"?: number,"office_code"?: string | null,"procedure_code"?: string | null,"score_1"?: number,"score_2"?: number,"score_3"?: number,"score_4"?: number,"score_5"?: number,"trust"?: Database["public"]['Enums']["trust"] | null
                  }
                  Relationships: [
                    
                  ]
                },"name_consents": {
                  Row: {
                    "ended_at": string | null,"ended_by": string | null,"form": string,"id": number,"office_code": string,"officer_name": string | null,"praise_id": string,"recorded_at": string,"recorded_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "ended_at"?: string | null,"ended_by"?: string | null,"form": string,"id"?: never,"office_code": string,"officer_name"?: string | null,"praise_id": string,"recorded_at"?: string,"recorded_by"?: string | null
                  }
                  Update: {
                    "ended_at"?: string | null,"ended_by"?: string | null,"form"?: string,"id"?: never,"office_code"?: string,"officer_name"?: string | null,"praise_id"?: string,"recorded_at"?: string,"recorded_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "name_consents_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "name_consents_praise_id_fkey"
      columns: ["praise_id"]
isOneToOne: false
      referencedRelation: "praises"
      referencedColumns: ["id"]
    }
                  ]
                },"offerings": {
                  Row: {
                    "channels": string | null,"closed_on": string | null,"office_code": string,"opened_on": string | null,"procedure_code": string
                  }
                  ComputedFields: never
                  Insert: {
                    "channels"?: string | null,"closed_on"?: string | null,"office_code": string,"opened_on"?: string | null,"procedure_code": string
                  }
                  Update: {
                    "channels"?: string | null,"closed_on"?: string | null,"office_code"?: string,"opened_on"?: string | null,"procedure_code"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "offerings_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "offerings_procedure_code_fkey"
      columns: ["procedure_code"]
isOneToOne: false
      referencedRelation: "procedures"
      referencedColumns: ["code"]
    }
                  ]
                },"office_successions": {
                  Row: {
                    "legal_basis": string | null,"on_date": string,"predecessor_code": string,"successor_code": string
                  }
                  ComputedFields: never
                  Insert: {
                    "legal_basis"?: string | null,"on_date": string,"predecessor_code": string,"successor_code": string
                  }
                  Update: {
                    "legal_basis"?: string | null,"on_date"?: string,"predecessor_code"?: string,"successor_code"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "office_successions_predecessor_code_fkey"
      columns: ["predecessor_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "office_successions_successor_code_fkey"
      columns: ["successor_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"offices": {
                  Row: {
                    "closed_on": string | null,"code": string,"desk": string | null,"further_hours": string | null,"gso_code": string | null,"hotline": string | null,"kind": string,"name": string,"opened_on": string | null,"opening_hours": string | null,"parent_code": string | null,"waiting": number
                  }
                  ComputedFields: never
                  Insert: {
                    "closed_on"?: string | null,"code": string,"desk"?: string | null,"further_hours"?: string | null,"gso_code"?: string | null,"hotline"?: string | null,"kind": string,"name": string,"opened_on"?: string | null,"opening_hours"?: string | null,"parent_code"?: string | null,"waiting"?: number
                  }
                  Update: {
                    "closed_on"?: string | null,"code"?: string,"desk"?: string | null,"further_hours"?: string | null,"gso_code"?: string | null,"hotline"?: string | null,"kind"?: string,"name"?: string,"opened_on"?: string | null,"opening_hours"?: string | null,"parent_code"?: string | null,"waiting"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "offices_parent_code_fkey"
      columns: ["parent_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"par_index": {
                  Row: {
                    "group_name": string | null,"office_code": string,"rank": number | null,"ranked_units": number | null,"score": number,"source": string,"year": number
                  }
                  ComputedFields: never
                  Insert: {
                    "group_name"?: string | null,"office_code": string,"rank"?: number | null,"ranked_units"?: number | null,"score": number,"source": string,"year": number
                  }
                  Update: {
                    "group_name"?: string | null,"office_code"?: string,"rank"?: number | null,"ranked_units"?: number | null,"score"?: number,"source"?: string,"year"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "par_index_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"plan_indicators": {
                  Row: {
                    "code": string,"computed_from": string | null,"name": string,"operator": string,"position": number,"target": number,"unit": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"computed_from"?: string | null,"name": string,"operator": string,"position": number,"target": number,"unit": string
                  }
                  Update: {
                    "code"?: string,"computed_from"?: string | null,"name"?: string,"operator"?: string,"position"?: number,"target"?: number,"unit"?: string
                  }
                  Relationships: [
                    
                  ]
                },"plan_target_changes": {
                  Row: {
                    "decided_on": string,"id": number,"indicator_code": string,"old_target": number,"reason": string,"target": number,"valid_from": string
                  }
                  ComputedFields: never
                  Insert: {
                    "decided_on"?: string,"id"?: never,"indicator_code": string,"old_target": number,"reason": string,"target": number,"valid_from": string
                  }
                  Update: {
                    "decided_on"?: string,"id"?: never,"indicator_code"?: string,"old_target"?: number,"reason"?: string,"target"?: number,"valid_from"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "plan_target_changes_indicator_code_fkey"
      columns: ["indicator_code"]
isOneToOne: false
      referencedRelation: "plan_indicators"
      referencedColumns: ["code"]
    }
                  ]
                },"plan_values": {
                  Row: {
                    "as_of": string,"entered_on": string,"evidence": string,"file_bytes": number | null,"file_name": string | null,"id": number,"indicator_code": string,"link": string | null,"office_code": string,"part": number | null,"quarter": string,"value": number | null,"whole": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "as_of": string,"entered_on"?: string,"evidence": string,"file_bytes"?: number | null,"file_name"?: string | null,"id"?: never,"indicator_code": string,"link"?: string | null,"office_code": string,"part"?: number | null,"quarter": string,"value"?: number | null,"whole"?: number | null
                  }
                  Update: {
                    "as_of"?: string,"entered_on"?: string,"evidence"?: string,"file_bytes"?: number | null,"file_name"?: string | null,"id"?: never,"indicator_code"?: string,"link"?: string | null,"office_code"?: string,"part"?: number | null,"quarter"?: string,"value"?: number | null,"whole"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "plan_values_indicator_code_fkey"
      columns: ["indicator_code"]
isOneToOne: false
      referencedRelation: "plan_indicators"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "plan_values_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"practice_notes": {
                  Row: {
                    "decided_at": string | null,"decided_by": string | null,"id": number,"office_code": string,"quarter": string,"reason": string | null,"state": string,"text": string,"version": number,"written_at": string,"written_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "decided_at"?: string | null,"decided_by"?: string | null,"id"?: never,"office_code": string,"quarter": string,"reason"?: string | null,"state"?: string,"text": string,"version": number,"written_at"?: string,"written_by"?: string | null
                  }
                  Update: {
                    "decided_at"?: string | null,"decided_by"?: string | null,"id"?: never,"office_code"?: string,"quarter"?: string,"reason"?: string | null,"state"?: string,"text"?: string,"version"?: number,"written_at"?: string,"written_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "practice_notes_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"praises": {
                  Row: {
                    "comment_id": string,"decided_at": string | null,"decided_by": string | null,"id": string,"nominated_at": string,"nominated_by": string | null,"office_code": string,"quarter": string,"reason": string | null,"shows_name": boolean,"state": string,"text": string | null,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "comment_id": string,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"nominated_at"?: string,"nominated_by"?: string | null,"office_code": string,"quarter": string,"reason"?: string | null,"shows_name"?: boolean,"state"?: string,"text"?: string | null,"version"?: number
                  }
                  Update: {
                    "comment_id"?: string,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"nominated_at"?: string,"nominated_by"?: string | null,"office_code"?: string,"quarter"?: string,"reason"?: string | null,"shows_name"?: boolean,"state"?: string,"text"?: string | null,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "praises_comment_id_fkey"
      columns: ["comment_id"]
isOneToOne: true
      referencedRelation: "comments"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "praises_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"procedures": {
                  Row: {
                    "code": string,"counter_days": number | null,"days_unit": string | null,"decision": string | null,"documents_url": string | null,"fee": string | null,"field_code": string,"level": string | null,"name": string,"official_url": string | null,"online_days": number | null,"online_level": string | null,"post_days": number | null,"valid_from": string | null,"valid_to": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"counter_days"?: number | null,"days_unit"?: string | null,"decision"?: string | null,"documents_url"?: string | null,"fee"?: string | null,"field_code": string,"level"?: string | null,"name": string,"official_url"?: string | null,"online_days"?: number | null,"online_level"?: string | null,"post_days"?: number | null,"valid_from"?: string | null,"valid_to"?: string | null
                  }
                  Update: {
                    "code"?: string,"counter_days"?: number | null,"days_unit"?: string | null,"decision"?: string | null,"documents_url"?: string | null,"fee"?: string | null,"field_code"?: string,"level"?: string | null,"name"?: string,"official_url"?: string | null,"online_days"?: number | null,"online_level"?: string | null,"post_days"?: number | null,"valid_from"?: string | null,"valid_to"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "procedures_field_code_fkey"
      columns: ["field_code"]
isOneToOne: false
      referencedRelation: "fields"
      referencedColumns: ["code"]
    }
                  ]
                },"published_feedback": {
                  Row: {
                    "answer": string,"id": string,"kind": string,"office_code": string,"procedure_code": string | null,"published_on": string,"text": string
                  }
                  ComputedFields: never
                  Insert: {
                    "answer": string,"id"?: string,"kind": string,"office_code": string,"procedure_code"?: string | null,"published_on": string,"text": string
                  }
                  Update: {
                    "answer"?: string,"id"?: string,"kind"?: string,"office_code"?: string,"procedure_code"?: string | null,"published_on"?: string,"text"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "published_feedback_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "published_feedback_procedure_code_fkey"
      columns: ["procedure_code"]
isOneToOne: false
      referencedRelation: "procedures"
      referencedColumns: ["code"]
    }
                  ]
                },"refused_tries": {
                  Row: {
                    "id": number,"n": number,"office_code": string | null,"quarter": string,"reason": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"n": number,"office_code"?: string | null,"quarter": string,"reason": string
                  }
                  Update: {
                    "id"?: never,"n"?: number,"office_code"?: string | null,"quarter"?: string,"reason"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refused_tries_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"reply_templates": {
                  Row: {
                    "id": number,"name": string,"office_code": string,"text": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"name": string,"office_code": string,"text": string
                  }
                  Update: {
                    "id"?: never,"name"?: string,"office_code"?: string,"text"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "reply_templates_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"report_entries": {
                  Row: {
                    "entered_on": string,"evidence": string,"id": number,"index": number,"link": string | null,"office_code": string,"one": number | null,"period": string,"tenths": number | null,"two": number | null,"zero": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "entered_on"?: string,"evidence": string,"id"?: never,"index": number,"link"?: string | null,"office_code": string,"one"?: number | null,"period": string,"tenths"?: number | null,"two"?: number | null,"zero"?: number | null
                  }
                  Update: {
                    "entered_on"?: string,"evidence"?: string,"id"?: never,"index"?: number,"link"?: string | null,"office_code"?: string,"one"?: number | null,"period"?: string,"tenths"?: number | null,"two"?: number | null,"zero"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "report_entries_index_fkey"
      columns: ["index"]
isOneToOne: false
      referencedRelation: "report_indices"
      referencedColumns: ["index"]
    },{
      foreignKeyName: "report_entries_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"report_indices": {
                  Row: {
                    "index": number,"known_from": string,"name": string,"one_point": string,"question": string | null,"two_points": string,"zero_points": string
                  }
                  ComputedFields: never
                  Insert: {
                    "index": number,"known_from": string,"name": string,"one_point": string,"question"?: string | null,"two_points": string,"zero_points": string
                  }
                  Update: {
                    "index"?: number,"known_from"?: string,"name"?: string,"one_point"?: string,"question"?: string | null,"two_points"?: string,"zero_points"?: string
                  }
                  Relationships: [
                    
                  ]
                },"report_sign_offs": {
                  Row: {
                    "comment": string,"content": NonNullable<Json>,"id": number,"office_code": string,"period": string,"signed_at": string,"signed_by": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "comment": string,"content": NonNullable<Json>,"id"?: never,"office_code": string,"period": string,"signed_at"?: string,"signed_by": string,"version": number
                  }
                  Update: {
                    "comment"?: string,"content"?: NonNullable<Json>,"id"?: never,"office_code"?: string,"period"?: string,"signed_at"?: string,"signed_by"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "report_sign_offs_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"rule_changes": {
                  Row: {
                    "after_batch": number,"decided_on": string,"hash": string,"key": string,"old_value": NonNullable<Json>,"position": number,"previous_hash": string,"valid_from": string,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "after_batch": number,"decided_on": string,"hash": string,"key": string,"old_value": NonNullable<Json>,"position": number,"previous_hash": string,"valid_from": string,"value": NonNullable<Json>
                  }
                  Update: {
                    "after_batch"?: number,"decided_on"?: string,"hash"?: string,"key"?: string,"old_value"?: NonNullable<Json>,"position"?: number,"previous_hash"?: string,"valid_from"?: string,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"set_aside_rules": {
                  Row: {
                    "closes_at": string | null,"counter_per_hour": number | null,"device_per_counter_day": number | null,"device_per_office_quarter": number | null,"kiosk_per_minute": number | null,"office_per_day": number | null,"opens_at": string | null,"staff_devices": boolean,"unnamed_per_day": number | null,"valid_from": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "closes_at"?: string | null,"counter_per_hour"?: number | null,"device_per_counter_day"?: number | null,"device_per_office_quarter"?: number | null,"kiosk_per_minute"?: number | null,"office_per_day"?: number | null,"opens_at"?: string | null,"staff_devices": boolean,"unnamed_per_day"?: number | null,"valid_from": string,"version": number
                  }
                  Update: {
                    "closes_at"?: string | null,"counter_per_hour"?: number | null,"device_per_counter_day"?: number | null,"device_per_office_quarter"?: number | null,"kiosk_per_minute"?: number | null,"office_per_day"?: number | null,"opens_at"?: string | null,"staff_devices"?: boolean,"unnamed_per_day"?: number | null,"valid_from"?: string,"version"?: number
                  }
                  Relationships: [
                    
                  ]
                },"set_aside_totals": {
                  Row: {
                    "n": number,"office_code": string,"quarter": string,"reason": string
                  }
                  ComputedFields: never
                  Insert: {
                    "n": number,"office_code": string,"quarter"?: string,"reason": string
                  }
                  Update: {
                    "n"?: number,"office_code"?: string,"quarter"?: string,"reason"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "set_aside_totals_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"settings": {
                  Row: {
                    "is_public": boolean,"key": string,"value": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "is_public"?: boolean,"key": string,"value": NonNullable<Json>
                  }
                  Update: {
                    "is_public"?: boolean,"key"?: string,"value"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"visit_code_totals": {
                  Row: {
                    "made": number,"made_by_software": number,"office_code": string,"quarter": string,"used": number
                  }
                  ComputedFields: never
                  Insert: {
                    "made": number,"made_by_software"?: number,"office_code": string,"quarter": string,"used": number
                  }
                  Update: {
                    "made"?: number,"made_by_software"?: number,"office_code"?: string,"quarter"?: string,"used"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "visit_code_totals_office_code_fkey"
      columns: ["office_code"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"voidings": {
                  Row: {
                    "auditor_office": string,"coordinator_office": string,"proposed_as": string,"proposed_on": string,"reversal": number
                  }
                  ComputedFields: never
                  Insert: {
                    "auditor_office": string,"coordinator_office": string,"proposed_as": string,"proposed_on": string,"reversal": number
                  }
                  Update: {
                    "auditor_office"?: string,"coordinator_office"?: string,"proposed_as"?: string,"proposed_on"?: string,"reversal"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "voidings_auditor_office_fkey"
      columns: ["auditor_office"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "voidings_coordinator_office_fkey"
      columns: ["coordinator_office"]
isOneToOne: false
      referencedRelation: "offices"
      referencedColumns: ["code"]
    }
                  ]
                },"witnesses": {
                  Row: {
                    "name": string,"public_key": string,"since": string,"until": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "name": string,"public_key": string,"since": string,"until"?: string | null
                  }
                  Update: {
                    "name"?: string,"public_key"?: string,"since"?: string,"until"?: string | null
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "act_on_feedback":
{ Args: { "action": string,"feedback": string,"fields"?: Json,"seen": string }; Returns: Json
                           },
"add_cosignature":
{ Args: { "": Json }; Returns: undefined
                           },
"add_details":
{ Args: { "": Json }; Returns: Json
                           },
"add_import_rows":
{ Args: { "columns": Json,"import": string,"rows": Json }; Returns: number
                           },
"agency_logo":
{ Args: { "version"?: string }; Returns: string
                           },
"answers":
{ Args: { "channel"?: string,"field"?: string,"from_month"?: string,"headline"?: string,"office"?: string,"predecessors"?: string,"procedure"?: string,"to_month"?: string,"trust"?: string }; Returns: {
              "answer": string,"n": number,"question": string
            }[]
                           },
"begin_import":
{ Args: { "file": string,"file_name": string,"kind": string }; Returns: number
                           },
"change_rating":
{ Args: { "": Json }; Returns: Json
                           },
"check_import":
{ Args: { "import": string }; Returns: Json
                           },
"checkpoints_to_sign":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"clear_illustrative_ratings":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"confirm_void":
{ Args: { "proposal": string }; Returns: number
                           },
"control_comparisons":
{ Args: { "office": string }; Returns: {
              "answered": number,"answers": Json,"asked": number,"asked_by_telephone": number,"batch_number": number,"difference": number,"difference_high": number,"difference_low": number,"high": number,"low": number,"n": number,"not_reached": number,"office_code": string,"organisations": string,"published_on": string,"quarter": string,"rate": number,"refused": number,"satisfied": number,"self_high": number,"self_low": number,"self_n": number,"self_rate": number,"self_satisfied": number
            }[]
                           },
"control_contacts":
{ Args: { "office": string,"quarter": string }; Returns: {
              "channel": Database["public"]['Enums']["service_channel"],"code": string,"id": string,"mark": string,"position": number,"procedure_code": string,"state": string,"way": string
            }[]
                           },
"control_work":
{ Args: Record<PropertyKey, never>; Returns: {
              "answered": number,"closes_on": string,"contacts": number,"mine": number,"not_reached": number,"office_code": string,"quarter": string,"refused": number,"taken": number,"way": string
            }[]
                           },
"counter_devices":
{ Args: { "counter": string }; Returns: {
              "alive_at": string,"id": string,"kind": string,"paired_by": string,"paired_on": string,"revoked_on": string
            }[]
                           },
"counter_page":
{ Args: { "code": string }; Returns: Json
                           },
"coverage":
{ Args: { "by"?: string,"channel"?: string,"from_month"?: string,"headline"?: string,"office"?: string,"predecessors"?: string,"procedure"?: string,"to_month"?: string }; Returns: {
              "handled": number,"key": string,"label": string,"on_time": number,"quality": string,"rated": number
            }[]
                           },
"datapackage":
{ Args: { "files_at"?: string }; Returns: Json
                           },
"decide_practice_note":
{ Args: { "decision": string,"office": string,"quarter": string,"reason"?: string,"version": string }; Returns: Json
                           },
"decide_praise":
{ Args: { "decision": string,"fields"?: Json,"praise": string,"seen": string }; Returns: Json
                           },
"device_here":
{ Args: { "": Json }; Returns: Json
                           },
"digest_sent":
{ Args: { "email": string }; Returns: undefined
                           },
"end_membership":
{ Args: { "member": string }; Returns: Json
                           },
"end_session":
{ Args: Record<PropertyKey, never>; Returns: undefined
                           },
"end_witness":
{ Args: { "name": string }; Returns: undefined
                           },
"enter_illustrative_ratings":
{ Args: { "": Json }; Returns: Json
                           },
"feedback_list":
{ Args: { "office": string }; Returns: Json
                           },
"feedback_status":
{ Args: { "code": string }; Returns: Json
                           },
"feedback_texts":
{ Args: { "office": string }; Returns: Json
                           },
"finish_import":
{ Args: { "import": string }; Returns: Json
                           },
"follow_feedback":
{ Args: { "": Json }; Returns: Json
                           },
"good_practice":
{ Args: { "field"?: string,"office"?: string }; Returns: {
              "answers": Json,"fields": Json,"high": number,"id": string,"kind": string,"low": number,"n": number,"n_before": number,"office_code": string,"quarter": string,"satisfied": number,"satisfied_before": number,"text": string,"visits": number,"visits_before": number
            }[]
                           },
"handle_comment":
{ Args: { "comment": string,"handled": string }; Returns: Json
                           },
"handle_comments":
{ Args: { "comments": Json,"handled": string }; Returns: (string)[]
                           },
"import_file":
{ Args: { "import": string }; Returns: Json
                           },
"import_problem_part":
{ Args: { "import": string,"part": string }; Returns: Json
                           },
"imports":
{ Args: Record<PropertyKey, never>; Returns: {
              "added": number,"changed": number,"file_name": string,"finished_at": string,"id": number,"kind": string,"may_download": boolean,"may_undo": boolean,"offices": (string)[],"size": number,"undone_at": string,"undone_by": string,"who": string
            }[]
                           },
"invite_member":
{ Args: { "email": string,"office": string,"organisation"?: string,"role": string }; Returns: Json
                           },
"issue_visit_code":
{ Args: { "": Json }; Returns: Json
                           },
"kiosk_here":
{ Args: { "code": string }; Returns: undefined
                           },
"ledger_checkpoint":
{ Args: { "size"?: string }; Returns: Json
                           },
"ledger_consistency":
{ Args: { "first": string,"second": string }; Returns: Json
                           },
"ledger_inclusion":
{ Args: { "place": string,"size"?: string }; Returns: Json
                           },
"ledger_tile":
{ Args: { "level": string,"tile": string,"width"?: string }; Returns: string
                           },
"look_at_feedback":
{ Args: { "feedback": string }; Returns: Json
                           },
"look_at_original":
{ Args: { "comment": string }; Returns: string
                           },
"make_control_codes":
{ Args: { "count": string,"office": string }; Returns: Json
                           },
"make_pairing_code":
{ Args: { "counter": string,"kind": string }; Returns: Json
                           },
"make_visit_codes":
{ Args: { "channel": string,"count": string,"expires_on": string,"office": string,"procedure": string }; Returns: Json
                           },
"make_visit_key":
{ Args: { "name": string,"office": string }; Returns: Json
                           },
"nominate_praise":
{ Args: { "comment": string }; Returns: Json
                           },
"note_staff_device":
{ Args: { "device": string }; Returns: undefined
                           },
"offer_procedure":
{ Args: { "offered": string,"office": string,"procedure": string }; Returns: Json
                           },
"office_counters":
{ Args: { "office"?: string }; Returns: {
              "channel": Database["public"]['Enums']["service_channel"],"code": string,"kind": string,"name": string,"number": string,"office_code": string,"replaced_by": string,"retired_on": string,"usual": (string)[]
            }[]
                           },
"official_report":
{ Args: { "office": string,"period": string }; Returns: Json
                           },
"open_csv":
{ Args: { "bom"?: string,"file": string }; Returns: unknown
                           },
"open_files":
{ Args: Record<PropertyKey, never>; Returns: {
              "bytes": number,"entries": number,"file": string,"title": string
            }[]
                           },
"open_json":
{ Args: { "file": string }; Returns: Json
                           },
"openapi":
{ Args: { "at"?: string }; Returns: Json
                           },
"pair_device":
{ Args: { "": Json }; Returns: Json
                           },
"par_index_means":
{ Args: Record<PropertyKey, never>; Returns: {
              "first_year": number,"last_year": number,"mean_rank": number,"mean_score": number,"office_code": string,"years": number
            }[]
                           },
"plan_figures":
{ Args: { "office"?: string }; Returns: {
              "as_of": string,"counted": number,"entry": number,"expected": number,"high": number,"indicator_code": string,"low": number,"part": number,"period": string,"source": string,"target": number,"value": number,"verdict": string,"whole": number
            }[]
                           },
"plan_value_file":
{ Args: { "entry": string }; Returns: Json
                           },
"practice_comparisons":
{ Args: Record<PropertyKey, never>; Returns: {
              "compared": number,"improved": number,"quarter": string
            }[]
                           },
"praise_names":
{ Args: Record<PropertyKey, never>; Returns: {
              "id": string,"officer_name": string
            }[]
                           },
"propose_void":
{ Args: { "batch": string,"reason": string }; Returns: number
                           },
"publication_ladder":
{ Args: Record<PropertyKey, never>; Returns: {
              "after_days": number,"earliest_days": number,"keys": (string)[],"rung": number
            }[]
                           },
"rate_reply":
{ Args: { "": Json }; Returns: Json
                           },
"rating_link":
{ Args: { "office": string }; Returns: string
                           },
"receipt_proof":
{ Args: { "code": string }; Returns: Json
                           },
"receipt_state":
{ Args: { "receipt": string }; Returns: Json
                           },
"record_control_outcome":
{ Args: { "contact": string,"outcome": string }; Returns: Json
                           },
"record_name_consent":
{ Args: { "form": string,"officer_name": string,"praise": string }; Returns: Json
                           },
"reform_offices":
{ Args: { "confirmed"?: string,"plan": Json }; Returns: Json
                           },
"reforms":
{ Args: Record<PropertyKey, never>; Returns: {
              "carried_out_at": string,"closed": (string)[],"id": number,"legal_basis": string,"obstacle": string,"obstacle_at": string,"on_date": string,"opened": (string)[],"undone_at": string,"undone_by": string,"who": string
            }[]
                           },
"register_witness":
{ Args: { "name": string,"public_key": string }; Returns: string
                           },
"release_ratings":
{ Args: { "as_of"?: string }; Returns: Json
                           },
"reopen_counter":
{ Args: { "code": string }; Returns: Json
                           },
"reply_to_comment":
{ Args: { "comment": string,"seen"?: string,"text": string }; Returns: Json
                           },
"report_states":
{ Args: { "after"?: string,"office": string,"period": string }; Returns: {
              "changed": boolean,"class": string,"known": number,"office_code": string,"signed_at": string,"signed_by": string,"tenths": number,"version": number
            }[]
                           },
"retire_counter":
{ Args: { "code": string,"replace"?: string }; Returns: Json
                           },
"review_signal":
{ Args: { "note": string,"signal": string,"was_found": string }; Returns: undefined
                           },
"revoke_device":
{ Args: { "device": string }; Returns: Json
                           },
"revoke_name_consent":
{ Args: { "praise": string }; Returns: undefined
                           },
"revoke_visit_key":
{ Args: { "key": string }; Returns: Json
                           },
"satisfaction":
{ Args: { "by": string,"channel"?: string,"field"?: string,"from_month"?: string,"headline"?: string,"office"?: string,"predecessors"?: string,"procedure"?: string,"to_month"?: string,"trust"?: string }; Returns: {
              "evidence": string,"first_month": string,"high": number,"key": string,"label": string,"last_month": string,"low": number,"method": string,"n": number,"n_proven": number,"n_published": number,"rate": number,"satisfied": number,"score_1": number,"score_2": number,"score_3": number,"score_4": number,"score_5": number,"target_percent": number,"verdict": string
            }[]
                           },
"satisfaction_badge":
{ Args: { "lng"?: string,"office": string }; Returns: unknown
                           },
"save_counter":
{ Args: { "counter": Json,"seen"?: Json }; Returns: Json
                           },
"save_field":
{ Args: { "field": Json,"seen"?: Json }; Returns: Json
                           },
"save_handled":
{ Args: { "report": Json,"seen"?: Json }; Returns: Json
                           },
"save_holiday":
{ Args: { "holiday": Json,"seen"?: Json }; Returns: Json
                           },
"save_ladder":
{ Args: { "days": Json,"seen": Json }; Returns: undefined
                           },
"save_logo":
{ Args: { "picture": string,"seen"?: string }; Returns: undefined
                           },
"save_office":
{ Args: { "office": Json,"seen"?: Json }; Returns: Json
                           },
"save_par_index":
{ Args: { "par": Json,"seen"?: Json }; Returns: Json
                           },
"save_plan_target":
{ Args: { "change": Json,"seen"?: string }; Returns: Json
                           },
"save_plan_value":
{ Args: { "entry": Json,"seen"?: string }; Returns: Json
                           },
"save_practice_note":
{ Args: { "office": string,"quarter": string,"seen"?: string,"text": string }; Returns: Json
                           },
"save_procedure":
{ Args: { "procedure": Json,"seen"?: Json }; Returns: Json
                           },
"save_reply_template":
{ Args: { "name": string,"office": string,"text": string }; Returns: Json
                           },
"save_report_entry":
{ Args: { "entry": Json,"seen"?: string }; Returns: Json
                           },
"save_setting":
{ Args: { "key": string,"seen": string,"value": string }; Returns: undefined
                           },
"send_feedback":
{ Args: { "": Json }; Returns: Json
                           },
"set_feedback_key":
{ Args: { "key": string }; Returns: string
                           },
"set_ledger_key":
{ Args: { "name": string,"public_key": string }; Returns: undefined
                           },
"set_offering_channels":
{ Args: { "channels": string,"office": string,"procedure": string }; Returns: Json
                           },
"share_card":
{ Args: { "lng"?: string,"office"?: string,"procedure"?: string }; Returns: Json
                           },
"sign_checkpoints":
{ Args: { "signed": Json }; Returns: undefined
                           },
"sign_report":
{ Args: { "comment": string,"known": string,"office": string,"period": string,"tenths"?: string }; Returns: number
                           },
"signal_totals":
{ Args: Record<PropertyKey, never>; Returns: {
              "found": number,"looked_into": number,"quarter": string,"signals": number
            }[]
                           },
"signals":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"signed_report":
{ Args: { "office": string,"period": string }; Returns: Json
                           },
"signed_reports":
{ Args: { "office": string }; Returns: {
              "class": string,"known": number,"period": string,"signed_on": string,"tenths": number,"version": number
            }[]
                           },
"staff_home":
{ Args: { "office": string }; Returns: Json
                           },
"staff_me":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"submit_rating":
{ Args: { "": Json }; Returns: Json
                           },
"submit_rating_form":
{ Args: { "code"?: string,"score"?: string }; Returns: undefined
                           },
"take_control_contacts":
{ Args: { "office": string,"quarter": string }; Returns: Json
                           },
"take_down_feedback":
{ Args: { "office": string,"published": string }; Returns: undefined
                           },
"undo_import":
{ Args: { "import": string }; Returns: undefined
                           },
"undo_reform":
{ Args: { "reform": string }; Returns: undefined
                           },
"visit_batches":
{ Args: { "office"?: string }; Returns: {
              "channel": Database["public"]['Enums']["service_channel"],"count": number,"expires_on": string,"id": number,"made_by": string,"made_on": string,"office_code": string,"procedure_code": string
            }[]
                           },
"visit_code_allowance":
{ Args: { "office": string }; Returns: Json
                           },
"visit_keys":
{ Args: { "office"?: string }; Returns: {
              "ending": string,"id": number,"made_by": string,"made_on": string,"name": string,"office_code": string,"revoked_on": string
            }[]
                           },
"visit_page":
{ Args: { "code": string }; Returns: Json
                           },
"void_proposals":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"weekly_digest":
{ Args: Record<PropertyKey, never>; Returns: {
              "attention": Json,"email": string,"name": string,"office": string,"role": string
            }[]
                           },
"withdraw_rating":
{ Args: { "": Json }; Returns: Json
                           },
"withdraw_void":
{ Args: { "proposal": string }; Returns: undefined
                           }
          }
          Enums: {
            "service_channel": "counter"|"online"|"postal","trust": "visit"|"on_site"|"control"|"walk_in"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "service_channel": ["counter", "online", "postal"],"trust": ["visit", "on_site", "control", "walk_in"]
          }
        }
} as const
